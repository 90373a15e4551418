// Replacing a part of the page: focus and place stay, what changed flashes once.

/** A way to find the focused element again in the new part. */
function addressOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const row = element.closest('tr[data-key]');
  if (row) {
    const inRow = element === row ? '' : ` ${element.tagName.toLowerCase()}${element.getAttribute('href') ? `[href="${CSS.escape(element.getAttribute('href'))}"]` : ''}`;
    return `tr[data-key="${CSS.escape(row.dataset.key)}"]${inRow}`;
  }
  const href = element.getAttribute('href');
  return href ? `${element.tagName.toLowerCase()}[href="${CSS.escape(href)}"]` : null;
}

const figures = root => new Map([...root.querySelectorAll('tr[data-key] > [data-c], [data-flash]')].map(cell =>
  [cell.dataset.flash ?? `${cell.closest('section')?.id}|${cell.parentElement.dataset.key}|${cell.dataset.c}`, cell]));

/** Replaces parts of this page, by id, with those of a newly fetched one. */
export async function refetch(ids, { url, flash = true } = {}) {
  const asked = url ?? location.href;
  const response = await fetch(asked, { headers: { 'HX-Request': 'true', 'X-Live': 'true' }, credentials: 'same-origin' });
  if (response.redirected && response.url.endsWith('/sign-in')) { location.reload(); return; }
  if (!response.ok) throw new Error(String(response.status));
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  // another filter or page was chosen meanwhile: what was asked for is no longer what is shown
  if (!url && location.href !== asked) return refetch(ids, { flash });
  for (const id of ids) {
    const old = document.getElementById(id);
    const part = fresh.getElementById(id);
    if (old && part && !isWrittenIn(old)) replace(old, part, flash);
  }
}

/** What a person has begun to write is never replaced under their hands. */
function isWrittenIn(part) {
  return [...part.querySelectorAll('input, textarea')]
    .some(field => field.type !== 'checkbox' && field.type !== 'hidden' && field.value !== field.defaultValue)
    || [...part.querySelectorAll('select')].some(list => list.options.length && list.selectedIndex !== firstChoice(list));
}

const firstChoice = list => Math.max(0, [...list.options].findIndex(option => option.defaultSelected));

/** The server answers a deed once; the page goes on saying it until the person goes on. */
function keepAnswers(old, part) {
  for (const said of old.querySelectorAll('.did:has(.answer)')) {
    const place = part.querySelector(`#${CSS.escape(said.id)}`);
    if (place && !place.querySelector('.answer')) place.replaceWith(said);
  }
}

export function replace(old, part, flash) {
  const before = flash ? new Map([...figures(old)].map(([key, cell]) => [key, cell.textContent])) : null;
  const focused = old.contains(document.activeElement) ? addressOf(document.activeElement) : null;
  const open = [...old.querySelectorAll('details[open][id]')].map(d => d.id);
  keepAnswers(old, part);
  old.replaceWith(document.adoptNode(part));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  window.htmx?.process(part);
  document.dispatchEvent(new CustomEvent('tallybook:swapped', { detail: part }));
  if (focused) (part.querySelector(focused) ?? document.getElementById('main')).focus({ preventScroll: true });
  if (!before) return;
  for (const [key, cell] of figures(part)) {
    if (before.has(key) ? before.get(key) !== cell.textContent : before.size > 0) cell.classList.add('flash');
  }
}

/** The same care for what htmx swaps. */
export function keepPlace() {
  let focused = null;
  document.body.addEventListener('htmx:beforeSwap', event => {
    const target = event.detail.target;
    focused = target?.contains(document.activeElement) ? addressOf(document.activeElement) : null;
  });
  document.body.addEventListener('htmx:afterSettle', event => {
    const part = event.detail.elt;
    document.dispatchEvent(new CustomEvent('tallybook:swapped', { detail: part }));
    const answer = document.querySelector('[data-answer]');
    if (answer) { answer.removeAttribute('data-answer'); answer.focus({ preventScroll: false }); return; }
    if (focused && !document.activeElement?.matches('input, a, button, select, textarea, tr')) {
      (document.querySelector(focused) ?? document.getElementById('main')).focus({ preventScroll: true });
    }
    focused = null;
  });
}
