import { refetch } from './swap.js';

// A message carries only a topic and the position of its event; what shows that topic refetches itself.
const STALE_AFTER = 15000;

export function startLive() {
  const mark = document.getElementById('live');
  if (!mark || !window.EventSource) return;
  let waiting = new Set();
  let timer = 0;
  let opened = 0;
  let staleTimer = 0;
  let source;

  const say = state => {
    mark.dataset.state = state;
    mark.textContent = mark.dataset[`${state}Word`];
  };
  const parts = topic => [...document.querySelectorAll('[data-live]')]
    .filter(part => topic === '*' || part.dataset.live.split(' ').includes(topic) || part.dataset.live === '*')
    .map(part => part.id).filter(Boolean);
  const flush = async () => {
    timer = 0;
    const ids = [...waiting];
    waiting = new Set();
    if (!ids.length || document.hidden) { ids.forEach(id => waiting.add(id)); return; }
    try { await refetch(ids); } catch { ids.forEach(id => waiting.add(id)); timer = setTimeout(flush, 2000); }
  };
  const changed = topic => {
    parts(topic).forEach(id => waiting.add(id));
    if (waiting.size && !timer) timer = setTimeout(flush, 150);
  };
  // the answer to a deed may have been made before what was heard while it was on its way: then it is the older one
  document.body.addEventListener('htmx:afterSettle', () => changed('*'));
  const connect = () => {
    // what changed between the making of the page and its listening is told at once
    source = new EventSource('/live?since=' + (document.querySelector('meta[name=heard]')?.content ?? 0));
    source.addEventListener('open', () => {
      clearTimeout(staleTimer);
      staleTimer = 0;
      say('live');
      // after an error the browser may have forgotten where it was: everything live is fetched again
      if (opened++) changed('*');
    });
    source.addEventListener('changed', event => changed(event.data));
    source.addEventListener('error', () => {
      if (mark.dataset.state === 'live') say('waiting');
      staleTimer ||= setTimeout(() => say('stale'), STALE_AFTER);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
    });
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && waiting.size) flush(); });
  window.addEventListener('pagehide', () => source?.close());
  connect();
}
