// What lies beside an answer and goes its own way: files, which are sent as they are chosen, and notes to colleagues.
// The server gives the question's list back as markup; what it refuses is told at the list, since the answer is not concerned.

export default function enclosing(page) {
  const { form, show, headers } = page;

  /** @returns what was refused, in words; null when nobody is signed in any more. */
  async function exchange(handler, question, list, fields) {
    const data = new FormData();
    fields.forEach(([name, value]) => data.append(name, value));
    const response = await fetch(`${location.pathname}?handler=${handler}&question=${encodeURIComponent(question.name)}`, { method: 'POST', headers, body: data, redirect: 'manual' });
    if (response.type === 'opaqueredirect' || response.status === 401) {
      page.signedOut();
      return null;
    }
    if (!response.ok) {
      throw new Error(`${response.status}`);
    }
    list.innerHTML = await response.text();
    return decodeURIComponent(response.headers.get('X-Refused') ?? '');
  }

  const filesOf = (question) => question.section.querySelector('.evidence .files');
  const fieldOf = (question) => question.section.querySelector('input[type="file"]');

  async function upload(question, field) {
    const refused = [];
    const said = show.said(question);
    for (const file of [...field.files]) {
      if (file.size > Number(form.dataset.max)) {
        refused.push(show.say('tooLarge', file.name));
      } else {
        show.refusal(field, '');
        show.status(question, show.say('uploading', file.name), 'pending');
        refused.push(await exchange('Files', question, filesOf(question), [[field.name, file]]).catch(() => show.words.uploadFailed));
      }
    }
    field.value = '';
    await afterFiles(question, refused, said);
  }

  async function removeFile(question, value) {
    const said = show.said(question);
    await afterFiles(question, [await exchange('Files', question, filesOf(question), [['remove', value]]).catch(() => show.words.removeFailed)], said);
    fieldOf(question).focus();
  }

  async function afterFiles(question, refused, said) {
    show.refusal(fieldOf(question), refused.filter(Boolean).join(' '));
    if (refused.includes('') && !question.dirty) {
      show.status(question, show.say('saved', show.clock(Date.now())));
    } else {
      show.status(question, ...said);
    }
    await page.ask();
  }

  async function changeNotes(question, fields) {
    const fold = question.section.querySelector('[data-notes]');
    const field = fold.querySelector('textarea');
    const refused = await exchange('Notes', question, fold.querySelector('ul'), fields).catch(() => show.words.noteFailed);
    show.refusal(field, refused ?? '');
    if (refused === '' && fields[0][0] === field.name) {
      field.value = '';
    }
    const count = fold.querySelectorAll('li').length;
    fold.querySelector('summary').textContent = count > 0 ? show.say('notesCount', count) : show.words.notes;
    field.focus();
    return refused === '';
  }

  const addNote = (question) => {
    const field = question.section.querySelector('[data-notes] textarea');
    return changeNotes(question, [[field.name, field.value]]);
  };

  const deleteNote = (question, id) => changeNotes(question, [['unnote', id]]);

  return { upload, removeFile, addNote, deleteNote };
}
