import { refetch } from './swap.js';

// Tables: filter row, column chooser, selection, copy as TSV, export of what is shown.
const hiddenKey = (person, table) => `tallybook.columns.${person}.${table}`;
const person = () => document.querySelector('.who a')?.textContent ?? '';
const sheetOf = element => element.closest('section[data-table]');

export function startTables() {
  document.querySelectorAll('section[data-table]').forEach(dress);
  document.addEventListener('tallybook:swapped', event => {
    const part = event.detail;
    if (part.matches?.('section[data-table]')) dress(part);
    part.querySelectorAll?.('section[data-table]').forEach(dress);
  });
  document.addEventListener('click', clicked);
  document.addEventListener('change', chosen);
  document.addEventListener('submit', event => {
    if (!event.target.matches('[data-filters]')) return;
    event.preventDefault();
    filter(event.target);
  });
  let timer = 0;
  document.addEventListener('input', event => {
    const form = event.target.closest('[data-filters]');
    if (!form || !event.target.matches('input[type="search"]')) return;
    clearTimeout(timer);
    timer = setTimeout(() => filter(form), 250);
  });
  window.addEventListener('popstate', () => location.reload());
}

function dress(sheet) {
  const filters = sheet.querySelector('tr.filters');
  if (filters && (filters.dataset.on === 'true' || sheet.dataset.filtering)) showFilters(sheet, true);
  const hidden = JSON.parse(localStorage.getItem(hiddenKey(person(), sheet.dataset.table)) ?? '[]');
  for (const box of sheet.querySelectorAll('[data-column]')) {
    box.checked = !hidden.includes(box.value);
    showColumn(sheet, box.dataset.column, box.checked);
  }
}

function showColumn(sheet, index, shown) {
  sheet.querySelectorAll(`[data-c="${index}"]`).forEach(cell => { cell.hidden = !shown; });
}

function showFilters(sheet, shown) {
  const filters = sheet.querySelector('tr.filters');
  if (!filters) return;
  filters.hidden = !shown;
  sheet.querySelector('[data-do="filter"]')?.setAttribute('aria-expanded', String(shown));
}

export function openFilter(sheet) {
  if (!sheet?.querySelector('tr.filters')) return false;
  showFilters(sheet, true);
  sheet.querySelector('tr.filters input').focus();
  return true;
}

async function show(sheet, url) {
  const id = sheet.id;
  const filtering = !sheet.querySelector('tr.filters')?.hidden;
  const caret = document.activeElement?.selectionStart;
  const field = document.activeElement?.matches('input[type="search"]') ? document.activeElement.id : null;
  const typed = field ? document.activeElement.value : null;
  if (field) document.activeElement.defaultValue = typed;
  await refetch([id], { url, flash: false });
  history.pushState(null, '', url);
  const fresh = document.getElementById(id);
  if (!fresh) return fresh;
  if (filtering) showFilters(fresh, true);
  const again = field && document.getElementById(field);
  if (again) { again.focus({ preventScroll: true }); again.setSelectionRange(caret, caret); }
  return fresh;
}

// another page is read from its first row; the keyboard stays at the foot, where the next page is
function toTop(sheet) {
  sheet?.scrollIntoView({ block: 'start' });
  if (!sheet?.contains(document.activeElement)) sheet?.querySelector('nav a')?.focus({ preventScroll: true });
}

function filter(form) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) asked.append(name, value);
  const query = asked.toString();
  show(sheetOf(form), form.getAttribute('action') + (query ? `?${query}` : ''));
}

function clicked(event) {
  const target = event.target;
  const swap = target.closest('a[data-swap]');
  if (swap && sheetOf(swap) && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    const paged = swap.closest('nav') !== null;
    show(sheetOf(swap), swap.getAttribute('href')).then(fresh => { if (paged) toTop(fresh); });
    return;
  }
  const tool = target.closest('[data-do]');
  const sheet = sheetOf(target);
  if (tool?.dataset.do === 'filter') {
    const row = sheet.querySelector('tr.filters');
    row.hidden ? openFilter(sheet) : showFilters(sheet, false);
  } else if (tool?.dataset.do === 'copy') {
    copy(sheet, tool);
  } else if (tool?.dataset.do === 'export') {
    const shown = [...sheet.querySelectorAll('[data-column]')].filter(b => b.checked).map(b => b.value);
    const all = sheet.querySelectorAll('[data-column]').length;
    const url = new URL(tool.getAttribute('href'), location.href);
    if (shown.length < all) url.searchParams.set('columns', shown.join(',')); else url.searchParams.delete('columns');
    tool.href = url.pathname + url.search;
  } else {
    const row = target.closest('section[data-table] tbody tr[data-key]');
    if (row && !target.closest('a, button, input, label')) select(row, event.shiftKey);
  }
}

function chosen(event) {
  const box = event.target.closest('[data-column]');
  if (!box) return;
  const sheet = sheetOf(box);
  showColumn(sheet, box.dataset.column, box.checked);
  const hidden = [...sheet.querySelectorAll('[data-column]')].filter(b => !b.checked).map(b => b.value);
  localStorage.setItem(hiddenKey(person(), sheet.dataset.table), JSON.stringify(hidden));
}

let anchor = null;
export function select(row, range) {
  const rows = [...row.parentElement.querySelectorAll('tr[data-key]')];
  if (range && anchor && rows.includes(anchor)) {
    const [from, to] = [rows.indexOf(anchor), rows.indexOf(row)].sort((a, b) => a - b);
    rows.slice(from, to + 1).forEach(r => r.setAttribute('aria-selected', 'true'));
    window.getSelection()?.removeAllRanges();
  } else {
    row.getAttribute('aria-selected') === 'true' ? row.removeAttribute('aria-selected') : row.setAttribute('aria-selected', 'true');
    anchor = row;
  }
}

export function say(words) {
  const said = document.getElementById('said');
  said.textContent = words;
  setTimeout(() => { if (said.textContent === words) said.textContent = ''; }, 4000);
}

function copy(sheet, tool) {
  const plain = cell => (cell.dataset.v ?? cell.textContent).replace(/[\t\n]+/g, ' ').trim();
  const visible = row => [...row.children].filter(cell => !cell.hidden);
  const picked = sheet.querySelectorAll('tbody tr[aria-selected="true"]');
  const rows = picked.length ? [...picked] : [...sheet.querySelectorAll('tbody tr[data-key]')];
  const head = visible(sheet.querySelector('thead tr')).map(cell => cell.querySelector('a').textContent.replace(/[↑↓]/g, '').trim());
  const text = [head, ...rows.map(row => visible(row).map(plain))].map(line => line.join('\t')).join('\n');
  navigator.clipboard.writeText(text + '\n').then(() => say(tool.dataset.said.replace('{0}', String(rows.length))));
}
