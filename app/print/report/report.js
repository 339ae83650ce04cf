// SPDX-License-Identifier: MIT
// Filters, points at places and sorts. Adds up what the page's data says; decides nothing itself:
// which selection holds which place, and which rows are the same selection, stand in the data.
(function () {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  const words = data.words;
  const UNCOVERED = 3; // classes 0..3 are direct, part, prefecture, none; later ones are no grades
  const map = byId('map');
  const yearChoice = byId('year');
  const technologyBoxes = Array.from(document.querySelectorAll('input[name=technology]'));
  const paths = Array.from(map.querySelectorAll('path.m'));
  let chosen = -1;
  let classOf = [];

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => String(values[key]));
  const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const percent = (share) => fill(words.percent, { n: (100 * share).toFixed(1) });

  // --- which selections pass, and how they count ---

  // Programmes through which a selection passes in a year ('' is any, 'past' its earlier marks).
  function through(selection, year) {
    if (year === 'past') return selection.past;
    const own = year === '' || year === selection.year ? selection.own : [];
    return year === '' ? own.concat(selection.past.filter((p) => !own.includes(p))) : own;
  }

  // Indices of selections that pass, each with whether it counts (a starred row whose linked row
  // passes too is the same selection).
  function passing(year, technologies) {
    const found = new Map();
    data.selections.forEach((s, i) => {
      const named = technologies.length === 0 || technologies.some((t) => s.technologies.includes(t));
      const programmes = through(s, year);
      if (named && programmes.length > 0) found.set(i, programmes);
    });
    const counted = new Map();
    found.forEach((programmes, i) => {
      const s = data.selections[i];
      const onlyStar = s.source === 'smartcity' && programmes.length === 1 && programmes[0] === 'mirai';
      counted.set(i, !(onlyStar && s.links.some((other) => found.has(other))));
    });
    return counted;
  }

  const countOf = (passed) => Array.from(passed.values()).filter(Boolean).length;

  function gradesOf(passed) {
    const grades = data.municipalities.map((m) => m[3]);
    passed.forEach((counted, i) => {
      data.selections[i].holds.forEach((places, grade) => {
        places.forEach((m) => {
          if (grades[m] <= UNCOVERED) grades[m] = Math.min(grades[m], grade);
        });
      });
    });
    return grades;
  }

  // Classes on the map: a place without a selection that a passed one may mean is told apart.
  function classesOf(passed, grades) {
    const classes = grades.slice();
    passed.forEach((counted, i) => data.selections[i].may.forEach((m) => {
      if (classes[m] === UNCOVERED) classes[m] = data.unresolved;
    }));
    return classes;
  }

  // --- figures, legend, tables, charts ---

  function emptyRow() {
    return { places: 0, grades: [0, 0, 0, 0], area: 0, covered: 0, touching: new Set() };
  }

  function rowsByPrefecture(passed, grades) {
    const rows = data.prefectures.map(emptyRow);
    const total = emptyRow();
    data.municipalities.forEach((m, i) => {
      if (grades[i] > UNCOVERED) return;
      [rows[m[2] - 1], total].forEach((row) => {
        row.places += 1;
        row.grades[grades[i]] += 1;
        row.area += m[4];
        row.covered += grades[i] <= 1 ? m[4] : 0;
      });
    });
    passed.forEach((counted, i) => {
      if (!counted) return;
      data.selections[i].holds.forEach((places) => places.forEach((m) => {
        if (grades[m] <= UNCOVERED) rows[data.municipalities[m][2] - 1].touching.add(i);
      }));
    });
    return { rows, total };
  }

  function showRow(element, row, selections) {
    const share = row.places === 0 ? 0 : (row.grades[0] + row.grades[1]) / row.places;
    const areaShare = row.area > 0 ? row.covered / row.area : 0;
    const numbers = [row.places].concat(row.grades, selections);
    numbers.forEach((n, k) => {
      element.cells[k + 1].textContent = thousands(n);
      element.cells[k + 1].dataset.v = n;
    });
    [share, areaShare].forEach((n, k) => {
      element.cells[k + 7].textContent = percent(n);
      element.cells[k + 7].dataset.v = n;
    });
  }

  function showFigures(total, selections) {
    const [direct, part, prefecture, none] = total.grades;
    byId('fig-covered').textContent = thousands(direct + part);
    byId('fig-covered-note').textContent = fill(words.of, {
      n: thousands(total.places), share: percent(total.places ? (direct + part) / total.places : 0),
    });
    byId('fig-area').textContent = percent(total.area > 0 ? total.covered / total.area : 0);
    byId('fig-selections').textContent = thousands(selections);
    byId('fig-prefecture').textContent = thousands(prefecture);
    byId('fig-none').textContent = thousands(none);
    const unsettled = classOf.filter((k) => k === data.unresolved).length;
    const legend = [[0, direct], [1, part], [2, prefecture], [UNCOVERED, none - unsettled],
      [data.unresolved, unsettled]];
    legend.forEach(([k, n]) => {
      const row = document.querySelector(`#legend tr[data-class="${data.classes[k][0]}"]`);
      if (row) row.cells[1].textContent = thousands(n); // a class that the page never shows has none
    });
  }

  function showChart(id, countFor, isOn) {
    const chart = byId(id);
    const most = Number(chart.dataset.most);
    const widest = Number(chart.dataset.width);
    chart.querySelectorAll('g').forEach((bar) => {
      const n = countFor(bar.dataset.key);
      const rect = bar.querySelector('rect');
      const value = bar.querySelector('.value');
      rect.setAttribute('width', (widest * n / most).toFixed(1));
      value.setAttribute('x', (Number(rect.getAttribute('x')) + widest * n / most + 9).toFixed(1));
      value.textContent = n;
      bar.classList.toggle('on', isOn(bar.dataset.key));
    });
  }

  function showStatus(year, technologies, total, selections) {
    const [direct, part, prefecture, none] = total.grades;
    const narrowed = year !== '' || technologies.length > 0;
    const yearName = (data.years.find((y) => y[0] === year) || ['', ''])[1];
    const names = data.technologies.filter((t) => technologies.includes(t[0])).map((t) => t[1]);
    const conditions = [yearName, names.join(words.or)].filter((text) => text !== '').join(' · ');
    const status = byId('status');
    status.classList.toggle('narrowed', narrowed);
    byId('before-filter').hidden = !narrowed;
    status.textContent = (narrowed ? words.filtered + conditions : words.all) + ' — ' +
      fill(words.counts, {
        direct: thousands(direct), part: thousands(part), prefecture: thousands(prefecture),
        none: thousands(none), selections: thousands(selections),
      });
  }

  const technologiesChosen = () => technologyBoxes.filter((b) => b.checked).map((b) => b.value);

  function apply() {
    const year = yearChoice.value;
    const technologies = technologiesChosen();
    const passed = passing(year, technologies);
    const selections = countOf(passed);
    const grades = gradesOf(passed);
    classOf = classesOf(passed, grades);
    paths.forEach((path) => path.setAttribute('class', 'm g' + classOf[path.dataset.m]));
    map.querySelectorAll('#rings circle').forEach((ring) => {
      ring.classList.toggle('away', classOf[ring.dataset.m] > 1);
    });
    map.querySelectorAll('.of-covered').forEach((name) => {
      name.classList.toggle('away', classOf[name.dataset.l] > 1);
    });
    const { rows, total } = rowsByPrefecture(passed, grades);
    document.querySelectorAll('#prefectures tr[data-p]').forEach((element) => {
      const key = element.dataset.p;
      const row = key === 'total' ? total : rows[Number(key) - 1];
      showRow(element, row, key === 'total' ? selections : row.touching.size);
    });
    document.querySelectorAll('#selections tr[data-s]').forEach((element) => {
      element.hidden = !passed.has(Number(element.dataset.s));
    });
    showFigures(total, selections);
    showChart('by-year', (key) => countOf(passing(key, technologies)), (key) => key === year);
    const inYear = Array.from(passing(year, []).entries()).filter((entry) => entry[1]);
    showChart('by-technology',
      (key) => inYear.filter(([i]) => data.selections[i].technologies.includes(key)).length,
      (key) => technologies.includes(key));
    showStatus(year, technologies, total, selections);
    if (chosen >= 0) showPlace(chosen);
  }

  // --- the address keeps the filter: #year=R3&technology=AI,IoT ---

  function readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const year = asked.get('year') || '';
    yearChoice.value = data.years.some((y) => y[0] === year) ? year : '';
    const technologies = (asked.get('technology') || '').split(',');
    technologyBoxes.forEach((box) => { box.checked = technologies.includes(box.value); });
    const place = data.municipalities.findIndex((m) => m[0] === asked.get('place'));
    if (place >= 0) choose(place);
  }

  function writeAddress() {
    const asked = new URLSearchParams();
    if (yearChoice.value !== '') asked.set('year', yearChoice.value);
    if (technologiesChosen().length > 0) asked.set('technology', technologiesChosen().join(','));
    if (chosen >= 0) asked.set('place', data.municipalities[chosen][0]);
    try {
      history.replaceState(null, '', '#' + asked.toString());
    } catch (refused) { /* some browsers refuse this for local files; the page works all the same */ }
  }

  // --- places: tooltip, details, search ---

  function element(name, text, css) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (css) made.className = css;
    return made;
  }

  const fullName = (i) => {
    const m = data.municipalities[i];
    return { name: m[1], prefecture: data.prefectures[m[2] - 1][1], code: m[0] };
  };

  const selectionsAt = (place) => data.selections
    .map((s, i) => ({ s, i, grade: s.holds.findIndex((places) => places.includes(place)) }))
    .filter((found) => found.grade >= 0);

  function outlineOf(place) {
    return paths.filter((p) => Number(p.dataset.m) === place).map((p) => p.getAttribute('d')).join('');
  }

  function choose(place) {
    chosen = place;
    byId('chosen').setAttribute('d', outlineOf(place));
    if (classOf.length > 0) showPlace(place);
  }

  function selectionItem(found) {
    const s = found.s;
    const item = element('li');
    const programmes = s.own.concat(s.past.filter((p) => !s.own.includes(p)));
    const year = (data.years.find((y) => y[0] === s.year) || [s.year, s.year])[1];
    item.append(element('b', s.title || s.area));
    item.append(element('span', [year, programmes.map((p) => data.programmes[p]).join('・'),
      s.technologies.join('・'), data.classes[found.grade][1]].filter(Boolean).join(' / ')));
    item.append(element('small', fill(words.evidence, { slide: s.slide, line: s.line }) + '  ' + s.id));
    s.parts.forEach((part) => {
      item.append(element('small', words.join + part[0] + (part[1] ? ' → ' + part[1] : '') + ' (' +
        part[2] + ') ' + part[3]));
    });
    return item;
  }

  function showPlace(place) {
    const { name, prefecture, code } = fullName(place);
    const passed = passing(yearChoice.value, technologiesChosen());
    const all = selectionsAt(place);
    const shown = all.filter((found) => passed.has(found.i));
    const box = byId('place');
    const grade = element('p', '', 'grade');
    const swatch = document.querySelector(
      `#legend tr[data-class="${data.classes[classOf[place]][0]}"] .swatch`);
    if (swatch) grade.append(swatch.cloneNode(true));
    grade.append(element('span', data.classes[classOf[place]][1]));
    const list = element('ul');
    shown.forEach((found) => list.append(selectionItem(found)));
    box.replaceChildren(element('h3', name), element('p', prefecture + '  ' + code, 'note'), grade, list);
    if (shown.length === 0) box.append(element('p', words.noneHere, 'note'));
    if (all.length > shown.length) {
      box.append(element('p', fill(words.hiddenHere, { n: all.length - shown.length }), 'note'));
    }
  }

  const placeOf = (target) => {
    const found = target.closest && target.closest('[data-m]');
    return found ? Number(found.dataset.m) : -1;
  };

  function showTip(event) {
    const tip = byId('tip');
    const place = placeOf(event.target);
    tip.hidden = place < 0;
    byId('hovered').setAttribute('d', place < 0 ? '' : outlineOf(place));
    if (place < 0) return;
    const { name, prefecture } = fullName(place);
    const passed = passing(yearChoice.value, technologiesChosen());
    const n = selectionsAt(place).filter((found) => passed.get(found.i)).length;
    tip.replaceChildren(element('b', name), document.createTextNode(prefecture + ' / ' +
      data.classes[classOf[place]][1] + (n > 0 ? ' / ' + fill(words.selectionsHere, { n }) : '')));
    const left = Math.min(event.clientX + 16, window.innerWidth - tip.offsetWidth - 8);
    const below = event.clientY + 18 + tip.offsetHeight < window.innerHeight;
    tip.style.left = Math.max(left, 8) + 'px';
    tip.style.top = (below ? event.clientY + 18 : event.clientY - tip.offsetHeight - 12) + 'px';
  }

  function findPlace(text) {
    const asked = text.trim().replace(/\s+/g, ' ').toLowerCase();
    const forms = (i) => {
      const { name, prefecture, code } = fullName(i);
      return [code, name, prefecture + name, prefecture + ' ' + name].map((f) => f.toLowerCase());
    };
    const indices = data.municipalities.map((m, i) => i);
    return asked === '' ? -1
      : [(f) => f === asked, (f) => f.startsWith(asked), (f) => f.includes(asked)]
        .map((fits) => indices.find((i) => forms(i).some(fits)))
        .concat(-1).find((i) => i !== undefined);
  }

  byId('find').addEventListener('submit', (event) => {
    event.preventDefault();
    const place = findPlace(byId('place-name').value);
    if (place < 0) {
      byId('place').replaceChildren(element('p', words.notFound, 'note'));
      return;
    }
    choose(place);
    writeAddress();
  });

  // --- zoom and pan ---

  const [, , wholeWidth, wholeHeight] = map.getAttribute('viewBox').split(' ').map(Number);
  let zoom = 1;
  let centre = [wholeWidth / 2, wholeHeight / 2];
  let drag = null;

  function look() {
    const width = wholeWidth / zoom;
    const height = wholeHeight / zoom;
    centre = [Math.min(Math.max(centre[0], width / 2), wholeWidth - width / 2),
      Math.min(Math.max(centre[1], height / 2), wholeHeight - height / 2)];
    map.setAttribute('viewBox', [centre[0] - width / 2, centre[1] - height / 2, width, height]
      .map((n) => n.toFixed(1)).join(' '));
    map.style.setProperty('--k', 1 / zoom);
    map.classList.toggle('zoomed', zoom > 1);
  }

  function zoomTo(factor, at) {
    const before = zoom;
    zoom = Math.min(Math.max(zoom * factor, 1), 16);
    if (at) { // the point under the pointer stays where it is
      centre = centre.map((c, k) => at[k] + (c - at[k]) * before / zoom);
    }
    look();
  }

  function pointOf(event) {
    const box = map.getBoundingClientRect();
    return [centre[0] + ((event.clientX - box.left) / box.width - 0.5) * wholeWidth / zoom,
      centre[1] + ((event.clientY - box.top) / box.height - 0.5) * wholeHeight / zoom];
  }

  byId('zoom-in').addEventListener('click', () => zoomTo(1.6));
  byId('zoom-out').addEventListener('click', () => zoomTo(1 / 1.6));
  byId('zoom-all').addEventListener('click', () => { zoom = 1; look(); });
  map.addEventListener('dblclick', (event) => zoomTo(2, pointOf(event)));
  map.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls; with Ctrl the map zooms
    event.preventDefault();
    zoomTo(event.deltaY < 0 ? 1.25 : 0.8, pointOf(event));
  }, { passive: false });
  map.addEventListener('pointerdown', (event) => {
    drag = { x: event.clientX, y: event.clientY, centre: centre.slice(), moved: false };
  });
  window.addEventListener('pointerup', () => { map.classList.remove('dragged'); });
  map.addEventListener('pointermove', (event) => {
    showTip(event);
    if (!drag || event.buttons === 0 || zoom === 1) return;
    const box = map.getBoundingClientRect();
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    drag.moved = drag.moved || Math.hypot(dx, dy) > 4;
    map.classList.toggle('dragged', drag.moved);
    centre = [drag.centre[0] - dx / box.width * wholeWidth / zoom,
      drag.centre[1] - dy / box.height * wholeHeight / zoom];
    look();
  });
  map.addEventListener('pointerleave', () => {
    byId('tip').hidden = true;
    byId('hovered').setAttribute('d', '');
  });
  map.addEventListener('click', (event) => {
    const place = placeOf(event.target);
    if (place >= 0 && !(drag && drag.moved)) {
      choose(place);
      writeAddress();
    }
    drag = null;
  });

  // --- the map by keyboard: arrows go to the next municipality, + - 0 zoom, Esc lets go ---

  let middles = null; // of each municipality's largest drawn outline, in the map's units

  function middleOf(place) {
    if (!middles) {
      const largest = new Map();
      middles = new Map();
      paths.forEach((path) => {
        const box = path.getBBox();
        const m = Number(path.dataset.m);
        const area = box.width * box.height;
        if (largest.has(m) && largest.get(m) >= area) return;
        largest.set(m, area);
        middles.set(m, [box.x + box.width / 2, box.y + box.height / 2]);
      });
    }
    return middles.get(place);
  }

  // The nearest municipality within 45 degrees of a direction; from nowhere, the one nearest to the
  // middle of what is shown.
  function nextPlace(direction) {
    const from = chosen >= 0 ? middleOf(chosen) : middleOf(0) && centre;
    let best = -1;
    let least = Infinity;
    middles.forEach((middle, m) => {
      const [dx, dy] = [middle[0] - from[0], middle[1] - from[1]];
      const ahead = dx * direction[0] + dy * direction[1];
      const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      const cost = chosen < 0 ? Math.hypot(dx, dy) : ahead + 2 * aside;
      if (m === chosen || (chosen >= 0 && (ahead <= 0 || aside > ahead))) return;
      if (cost < least) [best, least] = [m, cost];
    });
    return best;
  }

  function keepInSight(place) {
    const [x, y] = middleOf(place);
    const [left, top, width, height] = map.getAttribute('viewBox').split(' ').map(Number);
    if (x < left || x > left + width || y < top || y > top + height) centre = [x, y];
    look();
  }

  const invitation = Array.from(byId('place').childNodes);

  function letGo() {
    chosen = -1;
    byId('chosen').setAttribute('d', '');
    byId('place').replaceChildren(...invitation);
  }

  const directions = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  const zooms = { '+': 1.6, ';': 1.6, '=': 1.6, '-': 1 / 1.6 };

  // Without its script the map is a picture; with it, something to move in.
  map.setAttribute('role', 'application');
  map.setAttribute('tabindex', '0');
  map.setAttribute('aria-label', map.getAttribute('aria-label') + ' ' + words.keys);
  map.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (directions[event.key]) {
      const place = nextPlace(directions[event.key]);
      if (place >= 0) {
        choose(place);
        keepInSight(place);
      }
    } else if (zooms[event.key]) {
      if (chosen >= 0) centre = middleOf(chosen).slice();
      zoomTo(zooms[event.key]);
    } else if (event.key === '0') {
      zoom = 1;
      look();
    } else if (event.key === 'Escape') {
      letGo();
    } else {
      return;
    }
    event.preventDefault();
    writeAddress();
  });

  // --- sorting ---

  function sortBy(heading) {
    const table = heading.closest('table');
    const column = heading.cellIndex;
    const down = heading.getAttribute('aria-sort') === 'ascending';
    const value = (row) => {
      const cell = row.cells[column];
      return cell.dataset.v === undefined ? cell.textContent : cell.dataset.v;
    };
    const rows = Array.from(table.tBodies[0].rows);
    const numbers = rows.every((row) => value(row) !== '' && !Number.isNaN(Number(value(row))));
    rows.sort((a, b) => numbers ? Number(value(a)) - Number(value(b))
      : value(a).localeCompare(value(b), document.documentElement.lang));
    table.tBodies[0].append(...(down ? rows.reverse() : rows));
    Array.from(table.tHead.rows[0].cells).forEach((cell) => cell.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }

  document.querySelectorAll('table.sortable thead button').forEach((button) => {
    button.addEventListener('click', () => sortBy(button.closest('th')));
  });

  // --- start ---

  data.municipalities.forEach((m, i) => {
    const option = document.createElement('option');
    option.value = fullName(i).prefecture + ' ' + m[1];
    byId('place-names').append(option);
  });
  byId('filter').addEventListener('input', () => { apply(); writeAddress(); });
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  byId('filter').addEventListener('reset', () => setTimeout(() => { apply(); writeAddress(); }));
  window.addEventListener('hashchange', () => { readAddress(); apply(); });
  document.documentElement.classList.add('scripted');
  readAddress();
  apply();
}());
