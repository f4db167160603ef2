// <form data-module="autosave" data-assessment data-next data-max data-words> with the questions of a theme.
// Sends each answer a moment after its last change and says when it is saved. Until the server has said so, what was
// typed also lies in this browser: a lost line, an ended session or a crash lose nothing. The rooms of this house are in
// js/answering: fields, storing, showing, sending, conflicts, and enclosing for files and notes.

import enclosing from './answering/enclosing.js';
import { exclude, excused, inputs, read, reason, same, touched, write } from './answering/fields.js';
import sending from './answering/sending.js';
import showing, { button, link } from './answering/showing.js';
import storing from './answering/storing.js';

const typingPause = 800;
const choosingPause = 100;

export default function autosave(form) {
  const questions = new Map();
  const show = showing(form);
  const store = storing(`answers:${form.dataset.assessment}`);
  const headers = { RequestVerificationToken: form.elements.__RequestVerificationToken.value, 'X-Requested-With': 'XMLHttpRequest' };
  const page = { form, questions, show, store, headers, changed };
  const { schedule, flush, ask, signedOut } = sending(page);
  const beside = enclosing(Object.assign(page, { ask, signedOut }));
  let uploads = Promise.resolve();

  function changed(question, pause) {
    question.dirty = true;
    question.version += 1;
    question.withheld = false;
    store.keep(question.name, { ...read(question), revision: question.revision, page: location.pathname, title: form.dataset.title });
    if (!question.conflict) {
      show.status(question, show.words.pending, 'pending');
      schedule(pause);
    }
  }

  // Choices can't be taken back with a mouse alone.
  function offerClearing(question) {
    const radios = inputs(question).filter((input) => input.type === 'radio');
    if (radios.some((radio) => radio.checked) && !question.section.querySelector('[data-clear]')) {
      const clear = button(show.words.clear, () => {
        radios.forEach((radio) => { radio.checked = false; });
        changed(question, choosingPause);
        clear.remove();
        radios[0].focus();
      });
      clear.dataset.clear = '';
      question.section.querySelector('fieldset:has(> .question-text)').append(clear);
    }
  }

  function restore() {
    const back = [];
    const elsewhere = new Map();
    for (const [name, entry] of Object.entries(store.all())) {
      const question = questions.get(name);
      if (!question) {
        elsewhere.set(entry.page, entry.title);
      } else if (same(entry, read(question))) {
        store.forget(name);
      } else {
        // Where somebody has answered since, the server says so, and both are shown.
        write(question, entry);
        question.revision = Math.min(entry.revision, question.revision);
        changed(question, choosingPause);
        back.push(question.section.querySelector('h2').textContent);
      }
    }
    show.notice('restored', back.length > 0 && show.say('restored', back.join(', ')));
    show.notice('elsewhere', elsewhere.size > 0 && show.words.elsewhere, ...[...elsewhere].map(([address, title]) => link(address, title)));
  }

  const sections = new Map([...form.querySelectorAll('.question')].map((section) => [section.id.slice(2), section]));
  const add = (name, section, revision) => questions.set(name, {
    name, section, revision, version: 0, dirty: false, fault: '', unfit: section.querySelector(`#e-${CSS.escape(name)}`)?.textContent ?? '',
  });
  for (const [name, revision] of form.elements.known.value.split(' ').filter(Boolean).map((entry) => entry.split(':'))) {
    add(name, sections.get(name), Number(revision));
  }
  // A calculated figure is not answered, but can be proved.
  for (const [name, section] of sections) {
    if (!questions.has(name) && section.querySelector('.evidence')) {
      add(name, section, 0);
    }
    section.querySelector('.saved')?.setAttribute('role', 'status');
  }
  const questionOf = (target) => questions.get(target.closest('.question')?.id.slice(2));

  function react(event) {
    const { target } = event;
    const question = questionOf(target);
    if (!question || target.closest('[data-notes], [data-conflict]')) {
      return;
    }
    if (target.type === 'file') {
      if (event.type === 'change' && target.files.length > 0) {
        uploads = uploads.then(() => beside.upload(question, target));
      }
      return;
    }
    const typing = target.matches('textarea, .with-unit input');
    // The last key was heard as "input"; "change" only says that the field was left.
    if (typing && event.type === 'change') {
      if (question.dirty) {
        schedule(choosingPause);
      }
      return;
    }
    if (!typing && event.type === 'input') {
      return;
    }
    exclude(question, target);
    offerClearing(question);
    changed(question, typing ? typingPause : choosingPause);
    if (target === excused(question) && target.checked) {
      reason(question).focus();
    }
  }

  form.addEventListener('input', react);
  form.addEventListener('change', react);

  form.addEventListener('click', (event) => {
    const pressed = event.target.closest('button[name="remove"], button[name="notes"], button[name="note"], button[name="unnote"]');
    if (pressed) {
      event.preventDefault();
      const question = questionOf(pressed);
      const acts = {
        remove: () => beside.removeFile(question, pressed.value),
        notes: () => beside.openNotes(question, pressed),
        note: () => beside.addNote(question),
        unnote: () => beside.deleteNote(question, pressed.value),
      };
      acts[pressed.name]();
    }
  });

  // A note that was written and not added would be lost by going on.
  async function addNotes() {
    let all = true;
    for (const question of questions.values()) {
      if (question.section.querySelector('[data-notes] textarea')?.value.trim()) {
        all = await beside.addNote(question) && all;
      }
    }
    return all;
  }

  form.addEventListener('submit', async (event) => {
    // "Still right" sends the whole form, as it does without script.
    if (event.submitter?.name === 'confirm') {
      return;
    }
    event.preventDefault();
    const goes = event.submitter?.name !== 'stay';
    await uploads;
    const sent = await flush(true) && await addNotes();
    const open = [...questions.values()].find((question) => (question.fault || question.conflict) && !question.section.hidden);
    if (open) {
      (open.section.querySelector('[data-conflict] button, .input, fieldset input, input[type="file"]') ?? open.section).focus();
    } else if (sent && goes && ![...questions.values()].some((question) => question.dirty)) {
      location.assign(event.submitter?.name === 'visit' ? event.submitter.value : form.dataset.next);
    }
  });

  for (const input of form.querySelectorAll('input[type="file"]')) {
    input.accept = form.dataset.accept;
  }
  // Once on the page without script, since forty of them would make it heavy; with it, beside each question that takes files.
  const choose = form.querySelector('[data-choose]');
  for (const block of choose ? form.querySelectorAll('.evidence') : []) {
    const button = choose.firstElementChild.cloneNode(true);
    button.value += `&question=${encodeURIComponent(block.closest('.question').id.slice(2))}`;
    block.append(button);
  }
  choose?.remove();
  questions.forEach(offerClearing);
  restore();
  // On a slow line people answer before the script is there.
  questions.forEach((question) => {
    if (!question.dirty && touched(question)) {
      changed(question, choosingPause);
    }
  });
  if (!navigator.onLine) {
    show.notice('line', show.words.lineLost);
  }
}
