// Entry of every page: <script type="module" src="/js/app.js"></script>.
// An element asks for behaviour with data-module="name" (several names are parted by spaces).
// Only the modules listed here can be loaded, each once and only on pages that ask for it;
// each exports a default function that is given the element. Every page works without them.

const modules = {
  autosave: () => import('./autosave.js'),
  frame: () => import('./frame.js'),
  'local-time': () => import('./local-time.js'),
  once: () => import('./once.js'),
  print: () => import('./print.js'),
  'select-rows': () => import('./select-rows.js'),
  'show-password': () => import('./show-password.js'),
  try: () => import('./try.js'),
  weights: () => import('./weights.js'),
};

async function start(element, name) {
  const load = modules[name];
  if (!load) {
    console.warn(`data-module="${name}" is not in the list of app.js.`);
    return;
  }
  try {
    const module = await load();
    module.default(element);
  } catch (error) {
    // The page works without it; a slow or broken line must not stop the other modules.
    console.warn(`The module "${name}" could not be started.`, error);
  }
}

/** Starts the modules asked for in a part of the page; call it again for markup added later. */
export function startModules(root = document) {
  for (const element of root.querySelectorAll('[data-module]')) {
    for (const name of element.dataset.module.split(/\s+/).filter(Boolean)) {
      start(element, name);
    }
  }
}

// Menus are plain <details>; with script they also close on Escape and on a click elsewhere.
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu !== except) {
      menu.open = false;
    }
  }
}

document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.activeElement?.closest('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// A folded explanation belongs to the printed report too.
const unfolded = new Set();
window.addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('main details:not([open], .menu, .no-print)')) {
    if (!fold.querySelector('input, select, textarea')) {
      fold.open = true;
      unfolded.add(fold);
    }
  }
});
window.addEventListener('afterprint', () => {
  unfolded.forEach((fold) => { fold.open = false; });
  unfolded.clear();
});

// The server writes times in the reader's zone once it knows it.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`zone=${encodeURIComponent(zone)}`)) {
  document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
}

startModules();
