// Two answers to one question: both are shown, and nothing is sent for it before one is chosen. Mine waits in this browser.

import { write } from './fields.js';
import { button, element } from './showing.js';

export function settle(question) {
  question.conflict = null;
  question.section.querySelector('[data-conflict]')?.remove();
}

export function offer(question, both, page) {
  const { show, store } = page;
  settle(question);
  question.conflict = both;
  show.status(question, show.words.waits, 'failed');
  const box = element('div', { className: 'notice warning' });
  box.dataset.conflict = '';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', show.words.conflict);
  const chosen = (how) => () => {
    settle(question);
    question.revision = both.stands.revision;
    how();
    question.section.querySelector('[name^="a-"], [name^="n-"], [name^="d-"]')?.focus();
  };
  const keepTheirs = chosen(() => {
    write(question, both.stands);
    question.dirty = false;
    question.version += 1;
    store.forget(question.name);
    show.status(question, show.say('saved', show.clock(both.at)));
    page.ask();
  });
  const row = element('div', { className: 'buttons' });
  row.append(button(show.words.theirs, keepTheirs, 'button secondary'), button(show.words.mine, chosen(() => page.changed(question, 0)), 'button secondary'));
  const told = element('p', { textContent: show.words.conflict });
  told.setAttribute('role', 'alert');
  box.append(told, element('p', { textContent: both.theirs }), element('p', { textContent: both.mine }), row);
  question.section.querySelector('header').after(box);
}
