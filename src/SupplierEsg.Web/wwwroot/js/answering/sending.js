// Sends what was changed. Saves go one after the other and carry a rising number, so that none undoes a later one of the
// same page; each answer carries the revision this page knew, so that none replaces a colleague's unseen.

import { isWhole, read } from './fields.js';
import { offer, settle } from './conflicts.js';
import { link } from './showing.js';

const longestWait = 3000;
const patience = 15000;
const firstRetry = 2000;
const lastRetry = 30000;

export default function sending(page) {
  const { questions, show, store, headers } = page;
  const name = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  let sequence = 0;
  let timer = 0;
  let waitingSince = 0;
  let retryAfter = firstRetry;
  let underWay = null;
  let stopped = false;

  const waiting = (everything) => [...questions.values()].filter((question) => question.dirty && !question.conflict && (everything || isWhole(question)));

  function schedule(pause) {
    if (stopped) {
      return;
    }
    const now = Date.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(() => flush(), Math.max(0, Math.min(pause, waitingSince + longestWait - now)));
  }

  async function flush(everything = false) {
    clearTimeout(timer);
    while (underWay) {
      await underWay;
    }
    waitingSince = 0;
    const batch = waiting(everything);
    if (batch.length === 0) {
      return true;
    }
    underWay = send(batch).finally(() => { underWay = null; });
    return underWay;
  }

  function body(batch) {
    sequence += 1;
    const answers = {};
    for (const question of batch) {
      question.sentVersion = question.version;
      answers[question.name] = { ...read(question), revision: question.revision };
    }
    return JSON.stringify({ page: name, sequence, answers });
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
    show.notice('line');
    batch.forEach((question) => take(question, reply));
    refresh(reply);
    if (waiting().length > 0) {
      schedule(0);
    }
    return true;
  }

  function take(question, reply) {
    const untouched = question.version === question.sentVersion;
    const both = reply.conflicts[question.name];
    question.fault = untouched ? reply.faults[question.name] ?? '' : '';
    if (both) {
      offer(question, both, page);
      return;
    }
    if (question.name in reply.saved) {
      question.revision = reply.saved[question.name];
      settle(question);
    }
    if (!untouched) {
      return;
    }
    question.dirty = false;
    if (question.name in reply.saved) {
      store.forget(question.name);
      show.status(question, show.say('saved', show.clock(reply.at)));
    } else if (reply.notAsked.includes(question.name)) {
      question.withheld = true;
      show.status(question, '');
    } else if (question.fault) {
      show.status(question, show.words.refused, 'failed');
    }
  }

  function refresh(reply) {
    show.refresh(reply);
    for (const question of questions.values()) {
      question.unfit = reply.unfit[question.name] ?? '';
      show.error(question);
      if (question.withheld && !question.section.hidden) {
        page.changed(question, 0);
      }
    }
  }

  function again(batch, why) {
    batch.forEach((question) => show.status(question, show.words.refused, 'failed'));
    show.notice('line', show.words[why]);
    timer = setTimeout(() => flush(), retryAfter);
    retryAfter = Math.min(retryAfter * 2, lastRetry);
    return false;
  }

  function signedOut(batch = []) {
    batch.forEach((question) => show.status(question, show.words.refused, 'failed'));
    show.notice('line', show.words.signedOut, link(`/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`, show.words.signIn));
    return false;
  }

  function refused(batch, reply) {
    stopped = true;
    batch.forEach((question) => show.status(question, show.words.refused, 'failed'));
    show.notice('line', reply.refused ?? show.words.refused);
    return false;
  }

  /** Asks what follows from what is stored, without saving anything. */
  async function ask() {
    const response = await post(JSON.stringify({ page: name, sequence, answers: {} })).catch(() => null);
    if (response?.ok) {
      refresh(await response.json());
    }
  }

  window.addEventListener('offline', () => show.notice('line', show.words.lineLost));
  window.addEventListener('online', async () => {
    retryAfter = firstRetry;
    if (await flush()) {
      show.notice('line');
    }
    if (![...questions.values()].some((question) => question.dirty)) {
      show.notice('back', show.words.lineBack);
      setTimeout(() => show.notice('back'), 10000);
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      flush();
    }
  });
  window.addEventListener('pagehide', () => {
    const batch = waiting();
    if (batch.length > 0 && !stopped) {
      post(body(batch), { keepalive: true }).catch(() => {});
    }
  });

  return { schedule, flush, ask, signedOut };
}
