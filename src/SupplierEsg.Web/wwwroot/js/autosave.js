// <form data-module="autosave" data-assessment data-next data-max data-words> with the questions of a theme.
// Sends each answer a moment after its last change and says when it is saved. Until the server has said so, what was
// typed also lies in this browser (localStorage, one entry per assessment): a lost line, an ended session or a crash
// lose nothing. Saves go one after the other and carry a rising number, so that none undoes a later one.

const typingPause = 800;
const choosingPause = 100;
const longestWait = 3000;
const patience = 15000;
const firstRetry = 2000;
const lastRetry = 30000;

export default function autosave(form) {
  const words = JSON.parse(form.dataset.words);
  const storageKey = `answers:${form.dataset.assessment}`;
  const headers = { RequestVerificationToken: form.elements.__RequestVerificationToken.value, 'X-Requested-With': 'XMLHttpRequest' };
  const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const noticeBox = form.querySelector('[data-notice]');
  const questions = new Map();
  let sequence = 0;
  let timer = 0;
  let waitingSince = 0;
  let retryAfter = firstRetry;
  let sending = null;
  let stopped = false;

  const say = (sentence, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[sentence]);
  const clock = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));

  // What stands in the form

  const inputs = (question) => [...question.section.querySelectorAll('[name^="a-"]')];
  const mark = (question) => question.section.querySelector('[name^="n-"]');
  const reason = (question) => question.section.querySelector('[name^="r-"]');

  function read(question) {
    const given = inputs(question).filter((input) => !['radio', 'checkbox'].includes(input.type) || input.checked);
    return { value: given.map((input) => input.value).join(' '), na: mark(question)?.checked ?? false, reason: reason(question)?.value ?? '' };
  }

  function write(question, entry) {
    const chosen = entry.value.split(' ');
    for (const input of inputs(question)) {
      if (input.type === 'radio' || input.type === 'checkbox') {
        input.checked = chosen.includes(input.value);
      } else {
        input.value = entry.value;
      }
    }
    if (mark(question)) {
      mark(question).checked = entry.na;
      reason(question).value = entry.reason;
      reason(question).closest('details').open ||= entry.na;
    }
  }

  const same = (a, b) => a.value === b.value && a.na === b.na && a.reason === b.reason;

  // What waits in this browser

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(storageKey)) ?? {};
    } catch {
      return {};
    }
  }

  function store(change) {
    try {
      const entries = stored();
      change(entries);
      if (Object.keys(entries).length > 0) {
        localStorage.setItem(storageKey, JSON.stringify(entries));
      } else {
        localStorage.removeItem(storageKey);
      }
    } catch {
      // A browser that keeps nothing still sends everything.
    }
  }

  // What is shown

  function status(question, text, kind = '') {
    const place = question.section.querySelector('.saved');
    if (place) {
      place.textContent = text;
      place.className = `saved ${kind}`.trim();
    }
  }

  function showError(question) {
    const text = question.fault || question.unfit || '';
    const id = `e-${question.name}`;
    let line = document.getElementById(id);
    question.section.classList.toggle('invalid', text !== '');
    if (text === '') {
      line?.remove();
    } else {
      if (!line) {
        line = Object.assign(document.createElement('p'), { id, className: 'error' });
        question.section.querySelector('.choices, .with-unit, select, .question-text ~ textarea, .question-text ~ input, .evidence').before(line);
      }
      line.textContent = text;
    }
    for (const target of question.section.querySelectorAll('fieldset, .input')) {
      if (text) {
        target.setAttribute('aria-describedby', id);
        if (target.tagName !== 'FIELDSET') {
          target.setAttribute('aria-invalid', 'true');
        }
      } else {
        target.removeAttribute('aria-describedby');
        target.removeAttribute('aria-invalid');
      }
    }
  }

  function notice(kind, text, ...more) {
    noticeBox.querySelector(`[data-kind="${kind}"]`)?.remove();
    if (!text) {
      return;
    }
    const box = Object.assign(document.createElement('div'), { className: kind === 'restored' ? 'notice' : 'notice warning' });
    box.dataset.kind = kind;
    box.setAttribute('role', 'status');
    box.append(Object.assign(document.createElement('p'), { textContent: text }), ...more);
    noticeBox.append(box);
  }

  const link = (href, textContent) => Object.assign(document.createElement('a'), { href, textContent });
  const button = (textContent, press) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button link', textContent });
    made.addEventListener('click', press);
    return made;
  };

  // Choices can't be taken back with a mouse alone.
  function offerClearing(question) {
    const radios = inputs(question).filter((input) => input.type === 'radio');
    const there = question.section.querySelector('[data-clear]');
    if (radios.some((radio) => radio.checked) && !there) {
      const clear = button(words.clear, () => {
        radios.forEach((radio) => { radio.checked = false; });
        changed(question, choosingPause);
        clear.remove();
        radios[0].focus();
      });
      clear.dataset.clear = '';
      question.section.querySelector('fieldset').append(clear);
    }
  }

  // Saving

  function changed(question, pause) {
    question.dirty = true;
    question.version += 1;
    question.withheld = false;
    status(question, words.pending, 'pending');
    store((entries) => {
      entries[question.name] = { ...read(question), revision: question.revision, page: location.pathname, title: form.dataset.title };
    });
    schedule(pause);
  }

  function schedule(pause) {
    if (stopped) {
      return;
    }
    const now = Date.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(() => flush(), Math.max(0, Math.min(pause, waitingSince + longestWait - now)));
  }

  // "Not applicable" isn't whole before its reason is written.
  const isWhole = (question) => { const now = read(question); return !now.na || now.reason.trim() !== ''; };

  async function flush(everything = false) {
    clearTimeout(timer);
    while (sending) {
      await sending;
    }
    waitingSince = 0;
    const batch = [...questions.values()].filter((question) => question.dirty && (everything || isWhole(question)));
    if (batch.length === 0) {
      return true;
    }
    sending = send(batch).finally(() => { sending = null; });
    return sending;
  }

  function body(batch) {
    sequence += 1;
    const answers = {};
    for (const question of batch) {
      question.sentVersion = question.version;
      answers[question.name] = { ...read(question), revision: question.revision };
    }
    return JSON.stringify({ page, sequence, answers });
  }

  const post = (payload, options = {}) => fetch(`${location.pathname}/answers`, {
    method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: payload, redirect: 'manual', ...options,
  });

  async function send(batch) {
    let response;
    try {
      response = await post(body(batch), { signal: AbortSignal.timeout(patience) });
    } catch {
      return again(batch, 'offline');
    }
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 400) {
      return signedOut(batch);
    }
    if (response.status === 422 || response.status === 404 || response.status === 403) {
      return refused(batch, await response.json().catch(() => ({})));
    }
    if (!response.ok) {
      return again(batch, 'failed');
    }
    let reply;
    try {
      reply = await response.json();
    } catch {
      return again(batch, 'offline');
    }
    retryAfter = firstRetry;
    notice('line');
    batch.forEach((question) => settle(question, reply));
    refresh(reply);
    if ([...questions.values()].some((question) => question.dirty && isWhole(question))) {
      schedule(choosingPause);
    }
    return true;
  }

  function settle(question, reply) {
    const { name } = question;
    const untouched = question.version === question.sentVersion;
    question.fault = untouched ? reply.faults[name] ?? '' : '';
    if (name in reply.saved) {
      question.revision = reply.saved[name];
    }
    if (!untouched) {
      return;
    }
    question.dirty = false;
    if (name in reply.saved) {
      store((entries) => { delete entries[name]; });
      status(question, name in reply.overwritten ? say('overwritten', clock(reply.at), reply.overwritten[name]) : say('saved', clock(reply.at)));
    } else if (reply.notAsked.includes(name)) {
      question.withheld = true;
      status(question, '');
    } else if (question.fault) {
      status(question, words.refused, 'failed');
    }
  }

  function refresh(reply) {
    const asked = new Set(reply.asked);
    for (const section of form.querySelectorAll('.question')) {
      section.hidden = !asked.has(section.id.slice(2));
    }
    for (const heading of form.querySelectorAll('[data-group]')) {
      let next = heading.nextElementSibling;
      while (next?.hidden && next.matches('.question')) {
        next = next.nextElementSibling;
      }
      heading.hidden = !next?.matches('.question');
    }
    for (const question of questions.values()) {
      question.unfit = reply.unfit[question.name] ?? '';
      showError(question);
      if (question.withheld && !question.section.hidden) {
        changed(question, choosingPause);
      }
    }
    for (const [name, value] of Object.entries(reply.calculated)) {
      const output = document.getElementById(`c-${name}`);
      if (output) {
        output.textContent = value || '–';
      }
    }
    document.querySelectorAll('[data-counts], [data-progress]').forEach((place) => { place.textContent = reply.counts; });
  }

  function again(batch, why) {
    batch.forEach((question) => status(question, words.refused, 'failed'));
    notice('line', words[why]);
    timer = setTimeout(() => flush(), retryAfter);
    retryAfter = Math.min(retryAfter * 2, lastRetry);
    return false;
  }

  function signedOut(batch) {
    batch.forEach((question) => status(question, words.refused, 'failed'));
    notice('line', words.signedOut, link(`/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`, words.signIn));
    return false;
  }

  function refused(batch, reply) {
    stopped = true;
    batch.forEach((question) => status(question, words.refused, 'failed'));
    notice('line', reply.refused ?? words.refused);
    return false;
  }

  // Files are sent as they are chosen, and their list comes back as markup

  async function exchangeFiles(question, fields) {
    const data = new FormData();
    fields.forEach(([name, value]) => data.append(name, value));
    const response = await fetch(`${location.pathname}?handler=Files&question=${encodeURIComponent(question.name)}`, { method: 'POST', headers, body: data, redirect: 'manual' });
    if (response.type === 'opaqueredirect' || response.status === 401) {
      signedOut([question]);
      return;
    }
    if (!response.ok) {
      throw new Error(`${response.status}`);
    }
    question.section.querySelector('.files').innerHTML = await response.text();
    question.fault = [question.fault, decodeURIComponent(response.headers.get('X-Refused') ?? '')].filter(Boolean).join(' ');
  }

  async function upload(question, input) {
    const files = [...input.files];
    question.fault = '';
    for (const file of files) {
      if (file.size > Number(form.dataset.max)) {
        question.fault = [question.fault, say('tooLarge', file.name)].filter(Boolean).join(' ');
      } else {
        status(question, say('uploading', file.name), 'pending');
        try {
          await exchangeFiles(question, [[input.name, file]]);
        } catch {
          question.fault = words.uploadFailed;
        }
      }
    }
    input.value = '';
    await afterFiles(question);
  }

  async function afterFiles(question) {
    const { fault } = question;
    status(question, fault ? words.refused : say('saved', clock(Date.now())), fault ? 'failed' : '');
    showError(question);
    const response = await post(JSON.stringify({ page, sequence, answers: {} })).catch(() => null);
    if (response?.ok) {
      refresh(await response.json());
    }
  }

  // Beginning

  const sections = new Map([...form.querySelectorAll('.question')].map((section) => [section.id.slice(2), section]));
  for (const entry of form.elements.known.value.split(' ').filter(Boolean)) {
    const colon = entry.lastIndexOf(':');
    const name = entry.slice(0, colon);
    const section = sections.get(name);
    questions.set(name, { name, section, revision: Number(entry.slice(colon + 1)), version: 0, dirty: false, fault: '', unfit: section.querySelector('.error')?.textContent ?? '' });
  }
  // A calculated figure is not answered, but can be proved.
  for (const [name, section] of sections) {
    if (!questions.has(name) && section.querySelector('.evidence')) {
      questions.set(name, { name, section, revision: 0, version: 0, dirty: false, fault: '', unfit: '' });
    }
    section.querySelector('.saved')?.setAttribute('role', 'status');
  }
  const questionOf = (target) => questions.get(target.closest('.question')?.id.slice(2));

  function restore() {
    const back = [];
    const elsewhere = new Map();
    for (const [name, entry] of Object.entries(stored())) {
      const question = questions.get(name);
      if (!question) {
        elsewhere.set(entry.page, entry.title);
      } else if (same(entry, read(question))) {
        store((entries) => { delete entries[name]; });
      } else if (entry.revision === question.revision) {
        write(question, entry);
        changed(question, choosingPause);
        back.push(question.section.querySelector('h2').textContent);
      } else {
        offerOlder(question, entry);
      }
    }
    notice('restored', back.length > 0 && say('restored', back.join(', ')));
    notice('elsewhere', elsewhere.size > 0 && words.elsewhere, ...[...elsewhere].map(([address, title]) => link(address, title)));
  }

  function offerOlder(question, entry) {
    const box = Object.assign(document.createElement('div'), { className: 'notice warning' });
    const done = () => box.remove();
    box.append(
      Object.assign(document.createElement('p'), { textContent: say('older', entry.value || entry.reason) }),
      button(words.use, () => { write(question, entry); changed(question, choosingPause); done(); }),
      button(words.discard, () => { store((entries) => { delete entries[question.name]; }); done(); }),
    );
    question.section.append(box);
  }

  function react(event) {
    const question = questionOf(event.target);
    if (!question) {
      return;
    }
    if (event.target.type === 'file') {
      if (event.type === 'change' && event.target.files.length > 0) {
        upload(question, event.target);
      }
      return;
    }
    const typing = event.target.matches('textarea, .with-unit input');
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
    offerClearing(question);
    changed(question, typing ? typingPause : choosingPause);
    if (event.target === mark(question) && event.target.checked) {
      reason(question).focus();
    }
  }

  form.addEventListener('input', react);
  form.addEventListener('change', react);

  form.addEventListener('click', (event) => {
    const remove = event.target.closest('button[name="remove"]');
    if (remove) {
      event.preventDefault();
      const question = questionOf(remove);
      question.fault = '';
      exchangeFiles(question, [['remove', remove.value]])
        .catch(() => { question.fault = words.offline; })
        .then(() => afterFiles(question))
        .then(() => question.section.querySelector('input[type="file"]').focus());
    }
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const goes = event.submitter?.name !== 'stay';
    const sent = await flush(true);
    const faulty = [...questions.values()].find((question) => question.fault && !question.section.hidden);
    if (faulty) {
      (faulty.section.querySelector('.input, fieldset input, input[type="file"]') ?? faulty.section).focus();
    } else if (sent && goes && ![...questions.values()].some((question) => question.dirty)) {
      location.assign(form.dataset.next);
    }
  });

  window.addEventListener('online', () => { retryAfter = firstRetry; flush(); });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      flush();
    }
  });
  window.addEventListener('pagehide', () => {
    const batch = [...questions.values()].filter((question) => question.dirty && isWhole(question));
    if (batch.length > 0 && !stopped) {
      post(body(batch), { keepalive: true }).catch(() => {});
    }
  });

  for (const input of form.querySelectorAll('input[type="file"]')) {
    input.accept = form.dataset.accept;
  }
  questions.forEach(offerClearing);
  restore();
}
