// <button type="button" class="button secondary" data-module="print" hidden>Print</button>
// Printing needs script, so the button is shown only where there is some.

export default function print(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
