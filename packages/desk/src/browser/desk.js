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
  s: () => document.querySelector('[data-seen]')?.click(),
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
