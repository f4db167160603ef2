// A password field with data-module="show-password" gets a box behind it that shows what is typed.
// Its label comes from the page: data-show-label="Show the password".

export default function showPassword(field) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.id = `${field.id}-show`;
  const label = document.createElement('label');
  label.htmlFor = box.id;
  label.textContent = field.dataset.showLabel;
  const choice = document.createElement('div');
  choice.className = 'choice';
  choice.append(box, label);
  field.after(choice);
  box.addEventListener('change', () => { field.type = box.checked ? 'text' : 'password'; });
  // A shown password must not be kept by the browser as ordinary text.
  field.form.addEventListener('submit', () => { field.type = 'password'; });
}
