// <iframe data-module="frame">
// While a document within it has the focus the frame matches neither :focus nor :focus-within, so that whoever comes with
// the keyboard wouldn't see where they are. The window tells when it loses the focus to a frame, and when it has it again.

export default function frame(element) {
  const mark = () => element.classList.toggle('in-focus', document.activeElement === element);
  for (const change of ['blur', 'focus']) {
    window.addEventListener(change, mark);
  }
  document.addEventListener('focusin', mark);
}
