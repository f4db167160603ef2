// <div data-module="weights"> round fields with data-weight: [data-weights-sum] tells their exact sum while they are typed,
// in the sentences that stand in its data attributes. Whole numbers of a trillionth, since 0.1 + 0.2 is not 0.3 here.

const digits = 12;
const hundred = 100n * 10n ** BigInt(digits);

function read(text) {
  const match = /^(\d+)(?:\.(\d+))?\s*%?$/.exec(text.normalize('NFKC').trim().replace(/^\./, '0.'));
  return match && !(match[2]?.length > digits) ? BigInt(match[1] + (match[2] ?? '').padEnd(digits, '0')) : null;
}

function written(number) {
  const text = String(number).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
}

export default function weights(form) {
  const output = form.querySelector('[data-weights-sum]');
  form.addEventListener('input', (event) => {
    if (!event.target.matches('[data-weight]')) {
      return;
    }
    const typed = [...form.querySelectorAll('[data-weight]')].filter((field) => field.value.trim()).map((field) => read(field.value));
    const sum = typed.includes(null) ? null : typed.reduce((a, b) => a + b, 0n);
    const { unread, exact, below, above } = output.dataset;
    const sentence = sum === null ? unread : sum === hundred ? exact : sum < hundred ? below : above;
    output.textContent = sum === null ? sentence
      : sentence.replace('{0}', written(sum)).replace('{1}', written(sum < hundred ? hundred - sum : sum - hundred));
    form.querySelector('.weights .field-validation-error')?.remove();
    form.querySelector('.weights').classList.toggle('exact', sum === hundred);
  });
}
