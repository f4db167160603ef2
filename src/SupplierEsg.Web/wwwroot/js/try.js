// Trying a questionnaire: after each change the form is sent as its button would send it, and what the answer says
// (figures, questions that come and go, calculated values, faults) takes the place of what stood there. What is being
// typed stays untouched.

const pause = 400;

export default function tryIt(form) {
  let timer = 0;
  let asking = null;

  function place(section, fault) {
    section.querySelector('.error')?.remove();
    section.classList.toggle('invalid', Boolean(fault));
    const before = section.querySelector('.choices, select.input, textarea.input, input.input, .with-unit');
    if (fault && before) {
      before.before(document.importNode(fault, true));
    }
  }

  function take(answer) {
    for (const old of document.querySelectorAll('[data-live]')) {
      const fresh = answer.getElementById(old.id);
      if (fresh && fresh.innerHTML !== old.innerHTML) {
        old.replaceChildren(...fresh.childNodes);
      }
    }
    for (const section of form.querySelectorAll('.question')) {
      const fresh = answer.getElementById(section.id);
      if (fresh) {
        section.hidden = fresh.hidden;
        place(section, fresh.querySelector('.error'));
        const output = section.querySelector('output');
        if (output) {
          output.textContent = fresh.querySelector('output').textContent;
        }
      }
    }
    const headings = answer.querySelectorAll('[data-group]');
    form.querySelectorAll('[data-group]').forEach((heading, index) => { heading.hidden = headings[index].hidden; });
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const body = new FormData(form);
      body.append('theme', form.querySelector('button[name="theme"]').value);
      const response = await fetch(form.action, { method: 'POST', body, signal: asking.signal, redirect: 'error' });
      if (response.ok) {
        take(new DOMParser().parseFromString(await response.text(), 'text/html'));
      }
    } catch {
      // Overtaken by a later change, or the line is cut: the button still works.
    }
  }

  form.querySelector('#score').setAttribute('role', 'status');
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
}
