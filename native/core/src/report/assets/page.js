'use strict';
(() => {
  const FIRST = 100;
  const STEP = 500;
  const PRINTED = 2000;
  const data = document.getElementById('data');
  const book = data ? JSON.parse(data.textContent) : null;

  const make = (name, look, text) => {
    const own = document.createElement(name);
    if (look) own.className = look;
    if (text !== undefined) own.textContent = text;
    return own;
  };
  const CHIPS = {
    Error: ['error', '\u2716'],
    Warning: ['warning', '\u25b2'],
    Information: ['note', 'i'],
    Silenced: ['idle', '\u2013'],
    Healthy: ['good', '\u2714'],
    Unknown: ['idle', '?'],
  };
  const RANK = { Error: 0, Warning: 1, Information: 2, Unknown: 3, Healthy: 4, Silenced: 5 };
  const STATES = { online: 'good', offline: 'error', limited: 'error', initializefailed: 'error' };
  const chip = (name) => {
    const [look, sign] = CHIPS[name] || ['idle', ''];
    const own = make('span', 'chip ' + look);
    const mark = make('span', '', sign + ' ');
    mark.setAttribute('aria-hidden', 'true');
    own.append(mark, name);
    return own;
  };
  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  const number = new Intl.NumberFormat('en');

  /** A table that sorts by a click on a heading and shows the rows that all words and choices admit. */
  function grid(section, rows, known, admits) {
    const headings = [...section.querySelectorAll('thead th')];
    const columns = headings.map((own) => known.find((column) => column.title === own.dataset.title));
    const body = section.querySelector('tbody');
    const count = section.querySelector('.count');
    const more = section.querySelector('.more');
    const search = section.querySelector('input[type=search]');
    let limit = FIRST;
    let order = { column: 0, down: false };
    let shown = rows;

    const render = () => {
      const part = document.createDocumentFragment();
      for (const row of shown.slice(0, limit)) {
        const line = make('tr');
        line.setAttribute('role', 'row');
        for (const column of columns) {
          const cell = make('td', column.look || '');
          cell.setAttribute('role', 'cell');
          cell.dataset.label = column.title;
          const inner = make('div');
          if (column.fill) column.fill(inner, row);
          else inner.textContent = column.text(row);
          cell.classList.toggle('none', inner.textContent === '');
          cell.append(inner);
          line.append(cell);
        }
        part.append(line);
      }
      body.replaceChildren(part);
      count.textContent =
        `${number.format(Math.min(limit, shown.length))} of ${number.format(shown.length)} rows shown` +
        (shown.length < rows.length ? `, ${number.format(rows.length)} in all` : '');
      more.hidden = shown.length <= limit;
    };
    const apply = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      shown = rows.filter((row) => admits(row) && words.every((word) => row.haystack.includes(word)));
      const { key, text } = columns[order.column];
      const of = key || text;
      const sign = order.down ? -1 : 1;
      const keyed = shown.map((row) => [of(row), row]);
      keyed.sort(([a], [b]) => {
        // Rows without a value are last, whichever the direction.
        if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
        return sign * (typeof a === 'number' ? a - b : compare(a, b));
      });
      shown = keyed.map(([, row]) => row);
      limit = FIRST;
      render();
    };
    headings.forEach((heading, at) => {
      const button = heading.querySelector('button');
      button.addEventListener('click', () => {
        order = { column: at, down: order.column === at && !order.down };
        headings.forEach((own) => own.setAttribute('aria-sort', 'none'));
        heading.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
        apply();
      });
    });
    let wait = 0;
    search.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(apply, 120);
    });
    for (const own of section.querySelectorAll('select, input[type=checkbox]')) own.addEventListener('change', apply);
    more.addEventListener('click', () => {
      limit += STEP;
      render();
    });
    let before = FIRST;
    addEventListener('beforeprint', () => {
      before = limit;
      limit = Math.max(limit, PRINTED);
      render();
    });
    addEventListener('afterprint', () => {
      limit = before;
      render();
    });
    apply();
    return apply;
  }

  /** Makes objects of rows of indices into the table of texts. */
  const unpack = (rows, names) =>
    rows.map((row) => {
      const own = {};
      names.forEach((name, at) => {
        own[name] = book.text[row[at]];
      });
      own.haystack = row.map((at) => book.text[at]).join('\n').toLowerCase();
      return own;
    });

  /** A name that is not broken at its hyphens as long as it is short. */
  const name = (text) => make('span', text.length <= 24 ? 'whole' : '', text);
  const two = (cell, text, sub) => {
    cell.append(name(text));
    if (sub) cell.append(make('div', 'sub', sub));
  };
  /** A command whose parameters stay with their hyphens where it is broken. */
  const command = (text) => {
    const own = make('code');
    text.split(/ (?=-)/).forEach((part, at) => {
      if (at) own.append(' ');
      own.append(make('span', part.length <= 60 ? 'whole' : '', part));
    });
    return own;
  };

  function findings() {
    const section = document.getElementById('findings');
    const rows = unpack(book.findings, book.findingNames);
    const box = (name) => section.querySelector(`input[value=${name}]`);
    const admits = (row) => {
      const own = box(row.silenced ? 'Silenced' : row.severity);
      return !own || own.checked;
    };
    const where = (row) => [row.parent, row.runtime, row.node].filter(Boolean).join(' / ') || row.subscription;
    const apply = grid(section, rows, [
      {
        title: 'Severity',
        look: 'tight',
        key: (row) => RANK[row.silenced ? 'Silenced' : row.severity],
        fill: (cell, row) => {
          cell.append(chip(row.silenced ? 'Silenced' : row.severity));
        },
      },
      { title: 'Code', look: 'tight', text: (row) => row.code, fill: (cell, row) => {
        const own = make('span', '', row.code);
        own.title = row.title;
        cell.append(own);
      } },
      {
        title: 'Subject',
        key: where,
        fill: (cell, row) => {
          const names = [row.parent, row.runtime, row.node].filter(Boolean);
          (names.length ? names : [row.subscription]).forEach((own, at) => {
            if (at) cell.append(' / ');
            cell.append(name(own));
          });
          const service = [row.service, row.subscription].filter(Boolean).join(', ');
          if (service) cell.append(make('div', 'sub', service));
          cell.title = row.id;
        },
      },
      { title: 'Due', look: 'tight', text: (row) => row.due },
      { title: 'File', key: (row) => row.file, fill: (cell, row) => {
        if (row.file) two(cell, row.file, row.line && 'line ' + row.line);
      } },
      {
        title: 'Finding',
        look: 'wide',
        key: (row) => row.message,
        fill: (cell, row) => {
          cell.append(row.message);
          if (row.silenced) cell.append(make('div', 'sub', row.silenced));
          if (row.advice) cell.append(make('div', '', row.advice));
          if (row.fix) cell.append(command(row.fix));
        },
      },
    ], admits);
    for (const link of document.querySelectorAll('a[data-severity]')) {
      link.addEventListener('click', () => {
        for (const own of section.querySelectorAll('input[type=checkbox]')) {
          own.checked = own.value === link.dataset.severity;
        }
        apply();
      });
    }
  }

  function nodes() {
    const section = document.getElementById('nodes');
    const rows = unpack(book.nodes, book.nodeNames);
    const choice = section.querySelector('select');
    const admits = (row) =>
      choice.value === 'all' ||
      (choice.value === 'findings' && (row.health === 'Error' || row.health === 'Warning')) ||
      (choice.value === 'offline' && row.node !== '' && row.status.toLowerCase() !== 'online');
    grid(section, rows, [
      {
        title: 'Health',
        look: 'tight',
        key: (row) => RANK[row.health],
        fill: (cell, row) => cell.append(chip(row.health)),
      },
      { title: 'Subscription', text: (row) => row.subscription, fill: (cell, row) => {
        two(cell, row.subscription, row.group);
      } },
      { title: 'Resource', text: (row) => row.parent, fill: (cell, row) => two(cell, row.parent, row.service) },
      { title: 'Integration runtime', text: (row) => row.runtime, fill: (cell, row) => {
        two(cell, row.runtime, row.kind);
      } },
      { title: 'Node', text: (row) => row.node, fill: (cell, row) => {
        if (row.node) two(cell, row.node, row.machine === row.node ? '' : row.machine);
      } },
      { title: 'Status', look: 'tight', text: (row) => row.status, fill: (cell, row) => {
        if (row.status) cell.append(make('span', 'chip ' + (STATES[row.status.toLowerCase()] || 'idle'), row.status));
      } },
      { title: 'Version', look: 'tight', text: (row) => row.version, fill: (cell, row) => {
        if (row.version) two(cell, row.version, row.updates && 'updates ' + row.updates.toLowerCase());
      } },
      { title: 'Expires', look: 'tight', text: (row) => row.expires, fill: (cell, row) => {
        if (row.expires) two(cell, row.expires, row.estimated);
      } },
      { title: 'Last connection', look: 'tight', text: (row) => row.connected },
    ], admits);
  }

  /** The buttons of the picture, and the search in it. */
  function picture() {
    const frame = document.querySelector('.picture');
    const svg = frame && frame.querySelector('svg');
    if (!svg) return;
    const width = Number(svg.getAttribute('width'));
    const height = Number(svg.getAttribute('height'));
    const place = document.querySelector('.picture-tools');
    let scale = 1;
    const set = (wanted) => {
      scale = Math.min(4, Math.max(0.05, wanted));
      svg.setAttribute('width', Math.round(width * scale));
      svg.setAttribute('height', Math.round(height * scale));
    };
    const fit = () => set(Math.min(1, (frame.clientWidth - 2) / width));
    const button = (text, label, work) => {
      const own = make('button', '', text);
      own.type = 'button';
      own.setAttribute('aria-label', label);
      own.addEventListener('click', work);
      place.append(own);
    };
    button('\u2212', 'Smaller', () => set(scale / 1.25));
    button('+', 'Larger', () => set(scale * 1.25));
    button('Fit', 'Fit the width', fit);
    button('1:1', 'Original size', () => set(1));
    place.hidden = false;
    if (width < frame.clientWidth * 1.7) fit();
    const search = place.querySelector('input');
    search.addEventListener('input', () => {
      const word = search.value.trim().toLowerCase();
      for (const own of svg.querySelectorAll('[data-name]')) {
        own.classList.toggle('hit', word !== '' && own.dataset.name.includes(word));
      }
      const first = svg.querySelector('.hit');
      if (first) first.scrollIntoView({ block: 'center', inline: 'center' });
    });
    let before = 1;
    addEventListener('beforeprint', () => {
      before = scale;
      svg.removeAttribute('width');
      svg.removeAttribute('height');
    });
    addEventListener('afterprint', () => set(before));
  }

  if (book) {
    for (const own of document.querySelectorAll('.live')) own.hidden = false;
    findings();
    if (book.nodes) nodes();
  }
  picture();
})();
