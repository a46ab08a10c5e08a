// Comfort only: every page reads and decides without this file.

/** Rows of the first list on the page that can be walked through. */
function rows() {
  return [...document.querySelectorAll('[data-row]')];
}

function current() {
  return document.querySelector('[data-row].here');
}

function walk(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  for (const row of all) row.classList.toggle('here', row === next);
  next.querySelector('a')?.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function follow(address) {
  if (address) location.assign(address);
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  f: () => follow(current()?.dataset.flag),
  // Deciding needs a verdict and a reason: the key leads to where both are given.
  d: () => follow(current()?.dataset.flag && `${current().dataset.flag}#d-dismissed`),
  s: () => document.querySelector('[data-seen]')?.click(),
  x: () => current()?.querySelector('[data-pick]')?.click(),
  '/': () => document.getElementById('search')?.focus(),
  '?': () => follow('/help'),
};

function typing(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// Anchors such as #release open the part they lead to.
function openTarget() {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
  if (target instanceof HTMLInputElement && target.type === 'radio') {
    target.checked = true;
    target.focus();
  }
}
addEventListener('hashchange', openTarget);
openTarget();

// What is sent twice by an impatient hand is refused by the version; this only spares the surprise.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// A page that takes its time says so.
function busy(is) {
  document.body.classList.toggle('busy', is);
  const note = document.getElementById('busy');
  if (note) note.textContent = is ? document.body.dataset.busy : '';
}
addEventListener('beforeunload', () => setTimeout(() => busy(true), 300));
addEventListener('pageshow', () => busy(false));

// Newer items are heard of from the stream of changes; where it cannot be had, they are asked for from time to time. Only the
// window in front listens: a browser holds few connections to one server.
const ASK_EVERY_MS = 45_000;
const HEARD = ['article.relevant', 'flag.raised', 'reset'];
let changes = null;
let asking = 0;

function askForNewer() {
  clearTimeout(asking);
  // Many changes often come together: one question is enough for them.
  asking = setTimeout(() => {
    for (const mark of document.querySelectorAll('[data-live]')) globalThis.htmx?.trigger(mark, 'newer');
  }, 400);
}

function listen() {
  if (changes !== null || document.hidden || document.querySelector('[data-live]') === null) return;
  changes = new EventSource('/api/v1/events');
  for (const kind of HEARD) changes.addEventListener(kind, askForNewer);
}

function stopListening() {
  changes?.close();
  changes = null;
}
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return stopListening();
  listen();
  askForNewer();
});
addEventListener('pagehide', stopListening);
addEventListener('pageshow', listen);
setInterval(() => {
  // What is not about the province is told to nobody; a list of everything has to ask.
  const untold = document.querySelector('[data-live=all]') !== null;
  if (!document.hidden && (untold || changes?.readyState !== EventSource.OPEN)) askForNewer();
}, ASK_EVERY_MS);

// New rows come on top; what is being read stays where the eye is.
const list = document.getElementById('items');
if (list) {
  let held = null;
  document.addEventListener('htmx:before:swap', () => {
    const row = rows().find((candidate) => candidate.getBoundingClientRect().bottom > 0);
    held = row ? { row, top: row.getBoundingClientRect().top } : null;
  });
  document.addEventListener('htmx:finally:swap', () => {
    if (held !== null && scrollY > 0) scrollBy(0, held.row.getBoundingClientRect().top - held.top);
  });
}

// One box for all rows of the page.
for (const part of document.querySelectorAll('[data-pick-all]')) {
  part.hidden = false;
  part.querySelector('input').addEventListener('change', (event) => {
    for (const box of document.querySelectorAll('[data-pick]')) box.checked = event.target.checked;
  });
}

function band() {
  const note = document.createElement('p');
  note.className = 'offline';
  note.setAttribute('role', 'alert');
  note.textContent = document.body.dataset.offline ?? '';
  return note;
}
addEventListener('offline', () => document.body.append(band()));
addEventListener('online', () => document.querySelector('.offline')?.remove());

// What is folded away on the screen stands on the paper.
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details:not(.command)')) part.open = true;
});

// A chart as a picture: drawn from the same SVG, on white.
function saveChart(button) {
  const chart = document.querySelector(`svg[data-chart="${button.dataset.saveChart}"]`);
  const { width, height } = chart.viewBox.baseVal;
  const picture = new Image();
  picture.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const link = document.createElement('a');
    link.href = canvas.toDataURL('image/png');
    link.download = `${button.dataset.saveChart}.png`;
    link.click();
  });
  const copy = chart.cloneNode(true);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}
for (const button of document.querySelectorAll('[data-save-chart]')) {
  button.hidden = false;
  button.addEventListener('click', () => saveChart(button));
}
