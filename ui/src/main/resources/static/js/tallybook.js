// Every page: live updates, tables, keyboard, palette. Chart pages load chart.js besides.
import { startTables } from './table.js';
import { startKeys } from './keys.js';
import { startPalette } from './palette.js';
import { startLive } from './live.js';
import { keepPlace } from './swap.js';
import { startCountdowns } from './countdown.js';

const csrf = document.querySelector('meta[name="csrf"]');
document.body.addEventListener('htmx:configRequest', event => {
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});
// signed out meanwhile: the answer is the sign-in page, so go there instead of pasting it into this one
document.body.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.responseURL.endsWith('/sign-in')) { event.detail.shouldSwap = false; location.reload(); }
});

keepPlace();
startTables();
startKeys();
startPalette();
startLive();
startCountdowns();

document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('details.menu[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
