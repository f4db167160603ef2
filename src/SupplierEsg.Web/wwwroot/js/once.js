// A form with data-module="once" is sent once, however often its button is pressed.
// The button keeps its words; the form is usable again when the reader comes back to the page.

export default function once(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = 'yes';
      event.submitter?.setAttribute('aria-disabled', 'true');
    }
  });
  window.addEventListener('pageshow', () => {
    delete form.dataset.sent;
    form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
  });
}
