// What stands in the form, question by question: the answer, "not applicable" with its reason, "don't know yet".

export const inputs = (question) => [...question.section.querySelectorAll('[name^="a-"]')];
export const excused = (question) => question.section.querySelector('[name^="n-"]');
export const unknown = (question) => question.section.querySelector('[name^="d-"]');
export const reason = (question) => question.section.querySelector('[name^="r-"]');

const isBox = (input) => input.type === 'radio' || input.type === 'checkbox';

export function read(question) {
  const given = inputs(question).filter((input) => !isBox(input) || input.checked);
  return {
    value: given.map((input) => input.value).join(' '),
    na: excused(question)?.checked ?? false,
    reason: reason(question)?.value ?? '',
    unknown: unknown(question)?.checked ?? false,
  };
}

export function write(question, entry) {
  const chosen = entry.value.split(' ');
  for (const input of inputs(question)) {
    if (isBox(input)) {
      input.checked = chosen.includes(input.value);
    } else {
      input.value = entry.value;
    }
  }
  if (excused(question)) {
    excused(question).checked = entry.na;
    reason(question).value = entry.reason ?? '';
    reason(question).closest('details').open ||= entry.na;
  }
  if (unknown(question)) {
    unknown(question).checked = entry.unknown ?? false;
  }
}

export const same = (a, b) => a.value === b.value && a.na === b.na && (a.reason ?? '') === (b.reason ?? '') && (a.unknown ?? false) === (b.unknown ?? false);

/** "Not applicable" isn't whole before its reason is written. */
export const isWhole = (question) => { const now = read(question); return !now.na || now.reason.trim() !== ''; };

/** An answer, "not applicable" and "don't know yet" exclude each other: what was touched last counts. */
export function exclude(question, touched) {
  const mark = unknown(question);
  if (touched === mark && mark.checked) {
    write(question, { value: '', na: false, reason: reason(question)?.value, unknown: true });
  } else if (mark && touched !== mark && (touched !== excused(question) || touched.checked)) {
    mark.checked = false;
  }
}
