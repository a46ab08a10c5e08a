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
