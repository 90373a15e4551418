import { openFilter, select } from './table.js';

// j/k move, Enter opens, x selects, / filters, ? shows all keys, Esc goes back.
const writing = element => element?.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select');
let here = null;

const rows = () => [...document.querySelectorAll('main tbody tr[data-key]')].filter(row => row.offsetParent !== null);

function move(step) {
  const all = rows();
  if (!all.length) return;
  const now = here && here.isConnected ? all.indexOf(here) : all.findIndex(row => row.dataset.key === here?.dataset.key);
  stand(all[Math.min(Math.max(now + step, 0), all.length - 1)]);
}

function stand(row) {
  document.querySelectorAll('tr.here').forEach(r => { r.classList.remove('here'); r.removeAttribute('tabindex'); });
  here = row;
  row.classList.add('here');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

const back = () => {
  const up = document.querySelector('.crumbs li:last-child a');
  if (up) up.click(); else if (history.length > 1) history.back();
};

export function startKeys() {
  document.addEventListener('focusin', event => {
    const row = event.target.closest?.('main tbody tr[data-key]');
    if (row) here = row;
  });
  document.addEventListener('keydown', event => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const dialog = document.querySelector('dialog[open]');
    if (dialog) return;
    if (event.key === 'Escape') {
      const open = document.querySelector('details.menu[open]');
      if (open) { open.open = false; open.querySelector('summary').focus(); return; }
      if (writing(event.target)) { event.target.blur(); document.getElementById('main').focus({ preventScroll: true }); return; }
      back();
      return;
    }
    if (writing(event.target)) return;
    switch (event.key) {
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'x': if (here?.isConnected) select(here, false); break;
      case 'X': if (here?.isConnected) select(here, true); break;
      case 'Enter':
        if (event.target === here) here.querySelector('a')?.click(); else return;
        break;
      case '/': if (!openFilter(here?.closest('section[data-table]') ?? document.querySelector('main section[data-table]'))) return; break;
      case '?': document.getElementById('keys').showModal(); break;
      default: return;
    }
    event.preventDefault();
  });
  document.addEventListener('click', event => {
    const dialog = event.target.closest('dialog');
    if (dialog && event.target === dialog) dialog.close();
    const opener = event.target.closest('[data-opens]');
    if (opener) document.dispatchEvent(new CustomEvent('tallybook:palette'));
  });
}
