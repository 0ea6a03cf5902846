'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = data.words;
  const table = document.getElementById('ranking');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const count = document.getElementById('count');

  // Sorting: numbers by value, texts by the order that the program gave (data-order), blanks last.
  table.tHead.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    const head = button.closest('th');
    const column = head.cellIndex;
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const key = row => row.cells[column].dataset.key;
    rows.sort((a, b) => {
      const x = key(a), y = key(b);
      if (x === '' || y === '') return (x === '') - (y === '') || a.dataset.order - b.dataset.order;
      return (up ? 1 : -1) * (x - y) || a.dataset.order - b.dataset.order;
    });
    body.append(...rows);
  });

  // Filtering: letters with and without marks are the same.
  const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();
  const filters = ['text', 'group', 'rating'].map(id => document.getElementById('filter-' + id));
  const filter = () => {
    const [text, group, rating] = filters.map(input => input ? input.value : '');
    let shown = 0;
    for (const row of rows) {
      const hit = (!text || plain(row.dataset.text).includes(plain(text))) && (!group || row.dataset.group === group) && (!rating || row.dataset.rating === rating);
      row.hidden = !hit;
      if (hit) shown++;
    }
    count.textContent = words.shown.replace('{0}', shown).replace('{1}', rows.length);
  };
  for (const input of filters) if (input) input.addEventListener('input', filter);
  filter();

  // A unit's card. Texts are set as text, never as markup.
  const dialog = document.getElementById('card');
  const make = (tag, text, parent, name) => {
    const element = document.createElement(tag);
    if (text !== undefined && text !== null) element.textContent = text;
    if (name) element.className = name;
    if (parent) parent.append(element);
    return element;
  };
  const list = (lines, parent) => {
    if (!lines || !lines.length) return;
    const ul = make('ul', null, parent, 'why');
    for (const line of lines) make('li', line, ul);
  };
  const open = index => {
    const unit = data.cards[index];
    dialog.replaceChildren();
    const close = make('button', words.close, dialog, 'close');
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    make('h2', unit.name + ' (' + unit.code + ')', dialog).id = 'card-title';
    make('p', unit.result, dialog);
    list(unit.steps, dialog);
    const scroll = make('div', null, dialog, 'scroll');
    const card = make('table', null, scroll);
    const head = make('tr', null, make('thead', null, card));
    words.columns.forEach((text, i) => { const th = make('th', text, head, i > 0 && i < 6 ? 'n' : ''); th.scope = 'col'; });
    const lines = make('tbody', null, card);
    unit.nodes.forEach((node, i) => {
      const criterion = data.criteria[i];
      const row = make('tr', null, lines, criterion.part ? 'part' : '');
      const cell = make('td', null, row);
      make('span', criterion.id + '  ' + criterion.title, cell);
      if (criterion.clause) make('div', '[' + criterion.clause + ']', cell, 'soft');
      for (const figure of [criterion.max, node.c, node.s, node.a]) make('td', figure || '', row, 'n');
      make('td', node.f || '–', row, 'n');
      const why = make('td', null, row);
      make('div', node.r || '', why);
      if (node.t) { const details = make('details', null, why); make('summary', words.how, details); list(node.t, details); list(node.i, details); }
    });
    dialog.setAttribute('aria-labelledby', 'card-title');
    dialog.showModal();
    close.focus();
  };
  body.addEventListener('click', event => {
    const button = event.target.closest('button.open');
    if (button) open(+button.dataset.card);
  });
})();
