// Ctrl-K: go to any page, period, point, statement, document or event.
export function startPalette() {
  const palette = document.getElementById('palette');
  const words = document.getElementById('palette-words');
  const found = document.getElementById('palette-found');
  if (!palette) return;
  let timer = 0;
  let asked = 0;

  const options = () => [...found.querySelectorAll('[role="option"]')];
  const choose = option => {
    options().forEach(o => o.setAttribute('aria-selected', String(o === option)));
    if (option) { words.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); }
    else words.removeAttribute('aria-activedescendant');
  };
  const look = async () => {
    const mine = ++asked;
    const response = await fetch(`${words.dataset.from}?words=${encodeURIComponent(words.value)}`, { credentials: 'same-origin' });
    if (!response.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    found.replaceChildren(...fresh.querySelectorAll('li'));
    choose(options()[0]);
  };
  const open = () => {
    if (palette.open) return;
    words.value = '';
    palette.showModal();
    look();
  };
  document.addEventListener('tallybook:palette', open);
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); open(); }
  });
  words.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 80); });
  words.addEventListener('keydown', event => {
    const all = options();
    const now = all.findIndex(o => o.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown') choose(all[Math.min(now + 1, all.length - 1)]);
    else if (event.key === 'ArrowUp') choose(all[Math.max(now - 1, 0)]);
    else if (event.key === 'Enter') all[now]?.click();
    else return;
    event.preventDefault();
  });
}
