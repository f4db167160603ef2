// <time datetime="2026-03-12T16:00:00Z" data-module="local-time" data-words="{0} your time">…</time>
// Adds the same moment in the reader's own zone beside a time that was written in another one.

export default function localTime(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.getTime())) {
    return;
  }
  const language = document.documentElement.lang || undefined;
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(moment);
  const beside = document.createElement('small');
  beside.className = 'muted';
  beside.textContent = ` (${(element.dataset.words ?? '{0}').replace('{0}', text)})`;
  element.after(beside);
}
