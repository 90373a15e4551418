// What ends by time counts down: data-left is what was left in seconds when the page was made, by the server's clock.

const ends = new WeakMap();

const two = n => String(n).padStart(2, '0');

function written(seconds) {
  const days = Math.floor(seconds / 86400);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days ? `${days} d ${clock}` : clock;
}

function tick() {
  for (const part of document.querySelectorAll('[data-left]')) {
    if (!ends.has(part)) ends.set(part, performance.now() + Number(part.dataset.left) * 1000);
    const left = Math.ceil((ends.get(part) - performance.now()) / 1000);
    part.textContent = left > 0 ? part.dataset.word.replace('#', written(left)) : part.dataset.over;
  }
}

export function startCountdowns() {
  tick();
  setInterval(tick, 1000);
}
