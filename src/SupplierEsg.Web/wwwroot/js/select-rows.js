// <form data-module="select-rows"> round a table whose rows have checkboxes.
// [data-select-all] is shown and ticks all rows of the page; [data-selected-count] says how many are ticked.

export default function selectRows(form) {
  const all = form.querySelector('[data-select-all]');
  const count = form.querySelector('[data-selected-count]');
  const rows = [...form.querySelectorAll('tbody input[type="checkbox"]')];

  function show() {
    const ticked = rows.filter((row) => row.checked).length;
    if (count) {
      count.textContent = String(ticked);
    }
    if (all) {
      all.checked = ticked > 0 && ticked === rows.length;
      all.indeterminate = ticked > 0 && ticked < rows.length;
    }
  }

  if (all) {
    all.hidden = false;
    all.addEventListener('change', () => {
      rows.forEach((row) => { row.checked = all.checked; });
      show();
    });
  }
  rows.forEach((row) => row.addEventListener('change', show));
  show();
}
