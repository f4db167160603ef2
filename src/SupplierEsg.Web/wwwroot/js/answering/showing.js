// What the page says: beside a question, above all of them, and in its counts.

export const element = (tag, properties) => Object.assign(document.createElement(tag), properties);
export const link = (href, textContent) => element('a', { href, textContent });
export function button(textContent, press, className = 'button link') {
  const made = element('button', { type: 'button', className, textContent });
  made.addEventListener('click', press);
  return made;
}

export default function showing(form) {
  const words = JSON.parse(form.dataset.words);
  const noticeBox = form.querySelector('[data-notice]');
  const say = (sentence, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, () => value), words[sentence]);
  const clock = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));

  function status(question, text, kind = '') {
    const place = question.section.querySelector('.saved');
    if (place) {
      place.textContent = text;
      place.className = `saved ${kind}`.trim();
    }
  }

  const said = (question) => {
    const place = question.section.querySelector('.saved');
    return [place?.textContent ?? '', place?.className.replace('saved', '').trim() ?? ''];
  };

  function error(question) {
    const text = question.fault || question.unfit || '';
    const id = `e-${question.name}`;
    let line = document.getElementById(id);
    question.section.classList.toggle('invalid', text !== '');
    if (text === '') {
      line?.remove();
    } else {
      if (!line) {
        line = element('p', { id, className: 'error' });
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

  /** Says something was refused that isn't the answer (a file, a note), before the field it was given in. */
  function refusal(field, text) {
    const place = field.closest('.field');
    if (place.previousElementSibling?.matches('.error')) {
      place.previousElementSibling.remove();
    }
    if (text) {
      const line = element('p', { className: 'error', id: `${field.id}-error`, textContent: text });
      line.setAttribute('role', 'alert');
      place.before(line);
      field.setAttribute('aria-describedby', line.id);
    } else {
      field.removeAttribute('aria-describedby');
    }
  }

  function notice(kind, text, ...more) {
    noticeBox.querySelector(`[data-kind="${kind}"]`)?.remove();
    if (!text) {
      return;
    }
    const box = element('div', { className: kind === 'line' || kind === 'elsewhere' ? 'notice warning' : 'notice' });
    box.dataset.kind = kind;
    box.setAttribute('role', 'status');
    box.append(element('p', { textContent: text }), ...more);
    noticeBox.append(box);
  }

  /** What an answer changes elsewhere on the page: questions that come and go, calculated figures, counts. */
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
    for (const [name, value] of Object.entries(reply.calculated)) {
      const output = document.getElementById(`c-${name}`);
      if (output) {
        output.textContent = value || '–';
      }
    }
    document.querySelectorAll('[data-counts]').forEach((place) => { place.textContent = reply.counts; });
    document.querySelectorAll('[data-rest]').forEach((place) => { place.textContent = reply.rest; });
  }

  return { words, say, clock, status, said, error, refusal, notice, refresh };
}
