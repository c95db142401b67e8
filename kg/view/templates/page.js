"use strict";
(() => {
  const page = JSON.parse(document.getElementById("data").textContent);
  const { content, words } = page;
  const { agencies, pairs, directives, notices } = content;
  const panel = document.getElementById("panel");
  const search = document.getElementById("search");
  const status = document.getElementById("status");
  const partners = agencies.map(() => []);
  pairs.forEach(([one, other], pair) => {
    partners[one].push({ agency: other, pair });
    partners[other].push({ agency: one, pair });
  });

  // Everything from a notice goes through here: as text, never as HTML.
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") made.addEventListener("click", value);
      else made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function say(message, values) {
    return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function dayShown(day) {
    return page.language === "vi" ? day.split("-").reverse().map((part) => part.replace(/^0/, "")).join("/") : day;
  }

  const names = agencies.map((agency) => folded([agency.name, ...agency.also].join(" · ")));

  function swatch(level) {
    const shown = document.querySelector(`#legend svg.level-${level}`);
    return shown ? shown.cloneNode(true) : null;
  }

  function choice(number, count, onclick) {
    const name = element("span", { class: "name" }, agencies[number].name);
    const label = element("span", { class: "count" }, count);
    return element("li", {}, element("button", { type: "button", class: "choice", onclick }, swatch(agencies[number].level), name, label));
  }

  function roles(directive) {
    const shown = [];
    for (const role of ["lead", "responsible", "coordinating"]) {
      const who = directive.actors.filter((actor) => actor[0] === role);
      if (!who.length) continue;
      const listed = who.map(([, name, inherited]) => (inherited ? `${name} (${words.inherited})` : name));
      shown.push(element("p", { class: "who" }, `${words[role]}: ${listed.join("; ")}`));
    }
    return shown;
  }

  function source(directive) {
    const notice = notices[directive.notice];
    const parts = [notice.number ? `${words.notice} ${notice.number}` : words.notice];
    if (notice.issued) parts.push(dayShown(notice.issued));
    if (directive.item) parts.push(say(words.item, { item: directive.item }));
    if (directive.place) parts.push(say(words.characters, { start: directive.place[0], end: directive.place[1] }));
    return [element("p", {}, parts.join(" · ")), element("p", {}, notice.title), element("p", {}, notice.sources.join("; "))];
  }

  function card(number) {
    const directive = directives[number];
    const deadlines = directive.deadlines.map(({ text, day }) => {
      const shown = day ? `${dayShown(day)} (“${text}”)` : `“${text}”`;
      return element("p", { class: "deadline" }, `${words.deadline}: ${shown}`);
    });
    const quote = element("blockquote", {}, directive.text);
    return element("li", { class: "directive" }, quote, ...deadlines, ...roles(directive), ...source(directive));
  }

  function show(heading, ...children) {
    const back = element("button", { type: "button", class: "back", onclick: showAll }, `← ${words.back}`);
    const title = element("h2", { tabindex: "-1" }, heading);
    panel.replaceChildren(back, title, ...children);
    panel.scrollTop = 0;
    title.focus({ preventScroll: true });
  }

  function showAgency(number) {
    const agency = agencies[number];
    const met = partners[number].slice().sort((a, b) => pairs[b.pair][2].length - pairs[a.pair][2].length || a.agency - b.agency);
    const duties = agency.duties.length
      ? element("ul", {}, ...agency.duties.map(card))
      : element("p", { class: "quiet" }, words.noDuties);
    show(
      agency.name,
      element("p", { class: "quiet" }, `${words.level}: ${words[agency.level] ?? agency.level}`),
      agency.also.length ? element("p", { class: "quiet" }, `${words.also}: ${agency.also.join("; ")}`) : "",
      element("h3", {}, say(words.partners, { count: met.length })),
      element("ul", {}, ...met.map(({ agency: other, pair }) => {
        return choice(other, say(words.times, { count: pairs[pair][2].length }), () => openPair(pair));
      })),
      element("h3", {}, say(words.duties, { count: agency.duties.length })),
      duties,
    );
  }

  function showPair(number) {
    const [one, other, said] = pairs[number];
    show(
      `${agencies[one].name} – ${agencies[other].name}`,
      element("ul", {}, choice(one, "", () => openAgency(one)), choice(other, "", () => openAgency(other))),
      element("h3", {}, say(words.evidence, { count: said.length })),
      element("ul", {}, ...said.map(card)),
    );
  }

  function listAgencies() {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    const found = agencies.map((_, number) => number).filter((number) => wanted.every((word) => names[number].includes(word)));
    found.sort((a, b) => partners[b].length - partners[a].length || a - b);
    status.textContent = !wanted.length ? "" : found.length ? say(words.found, { count: found.length }) : words.notFound;
    panel.replaceChildren(
      element("p", { class: "quiet" }, words.start),
      element("ul", {}, ...found.map((number) => choice(number, String(partners[number].length), () => openAgency(number)))),
    );
    return found;
  }

  document.getElementById("app").hidden = false;
  const nodes = new vis.DataSet(page.nodes.map(({ label, font, ...node }) => node));
  const edges = new vis.DataSet(page.edges);
  const network = new vis.Network(document.getElementById("network"), { nodes, edges }, JSON.parse(page.options));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const animation = () => (calm.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" });
  const importance = agencies.map((_, number) => number).sort((a, b) => partners[b].length - partners[a].length || a - b);
  const face = getComputedStyle(document.body).fontFamily;
  const SMALLEST_LABEL = 11.5;
  const SMALLEST_SCALE = 0.02;
  const FADED_LABEL = 0.4;
  const LARGEST_SCALE = 1.1;
  const LINE_HEIGHT = 1.25;
  let ink, paper;
  let lit = null;
  let hovered = null;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  function paint() {
    ink = colour("ink");
    paper = colour("paper");
    const groups = {};
    for (const level of ["central", "province", "district", "commune", "unknown"]) {
      const own = { background: colour(level), border: colour("paper") };
      const strong = { background: colour(level), border: colour("ink") };
      groups[level] = { color: { ...own, highlight: strong, hover: strong } };
    }
    network.setOptions({
      groups,
      nodes: { borderWidth: 1.5, borderWidthSelected: 3 },
      edges: { color: { color: colour("edge"), highlight: colour("accent"), hover: colour("accent") } },
    });
    light(lit);
  }

  const isLit = (number) => !lit || lit.agencies.has(number);

  // Fades everything but some agencies and pairs; null lights all.
  function light(chosen) {
    lit = chosen;
    nodes.update(page.nodes.map((node) => {
      return { id: node.id, opacity: isLit(node.id) ? 1 : 0.25 };
    }));
    edges.update(page.edges.map((edge) => {
      return { id: edge.id, color: { opacity: !chosen || chosen.pairs.has(edge.id) ? 1 : 0.25 } };
    }));
  }

  // vis-network sets the lines of a label so close that Vietnamese marks touch, and shrinks them with the picture.
  // These stay legible at every zoom: where there is room for one only, the agency with more partners is named.
  function drawLabels(canvas) {
    const scale = network.getScale();
    const start = network.DOMtoCanvas({ x: 0, y: 0 });
    const end = network.DOMtoCanvas({ x: picture.clientWidth, y: picture.clientHeight });
    const frame = [start.x, start.y, end.x, end.y];
    const taken = page.nodes.map(({ id, size }) => around(network.getPosition(id), size));
    const rank = (number) => (number === hovered ? 0 : isLit(number) ? 1 : 2);
    const named = importance.slice().sort((a, b) => rank(a) - rank(b));
    canvas.textAlign = "center";
    canvas.textBaseline = "middle";
    canvas.lineJoin = "round";
    for (const number of named) {
      const { label, font, size: radius } = page.nodes[number];
      const lines = label.split("\n");
      const size = Math.max(font.size, SMALLEST_LABEL / scale);
      canvas.font = `${lit?.chosen === number ? "bold " : ""}${size}px ${face}`;
      const { x, y } = network.getPosition(number);
      const half = Math.max(...lines.map((line) => canvas.measureText(line).width)) / 2;
      const height = lines.length * size * LINE_HEIGHT;
      const all = spots(x, y, radius + size * 0.35, half, height);
      const free = all.filter((spot) => holds(frame, spot) && !taken.some((other) => covers(other, spot)));
      const ends = partners[number].map(({ agency }) => network.getPosition(agency));
      const clear = free.find((spot) => !ends.some((far) => crosses(spot, { x, y }, far)));
      const box = clear ?? free[0] ?? (number === hovered || number === lit?.chosen ? all[0] : null);
      if (!box) continue;
      taken.push(box);
      const [middle, top] = [box[0] + half, box[1]];
      canvas.globalAlpha = rank(number) < 2 ? 1 : FADED_LABEL;
      canvas.lineWidth = size / 3;
      canvas.strokeStyle = paper;
      canvas.fillStyle = ink;
      lines.forEach((line, index) => {
        const level = top + (index + 0.5) * size * LINE_HEIGHT;
        canvas.strokeText(line, middle, level);
        canvas.fillText(line, middle, level);
      });
    }
    canvas.globalAlpha = 1;
  }

  // Where a label may stand, the best place first: below its mark, above, right, left.
  function spots(x, y, distance, half, height) {
    return [
      [x, y + distance],
      [x, y - distance - height],
      [x + distance + half, y - height / 2],
      [x - distance - half, y - height / 2],
    ].map(([middle, top]) => [middle - half, top, middle + half, top + height]);
  }

  function around({ x, y }, radius) {
    return [x - radius, y - radius, x + radius, y + radius];
  }

  function covers(one, other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  function holds(one, other) {
    return one[0] <= other[0] && one[1] <= other[1] && other[2] <= one[2] && other[3] <= one[3];
  }

  // Whether a straight line between two points goes through a box (Liang and Barsky).
  function crosses(box, from, to) {
    let [enter, leave] = [0, 1];
    for (const [axis, low, high] of [["x", box[0], box[2]], ["y", box[1], box[3]]]) {
      const length = to[axis] - from[axis];
      if (!length && (from[axis] < low || from[axis] > high)) return false;
      if (!length) continue;
      const passed = [(low - from[axis]) / length, (high - from[axis]) / length];
      enter = Math.max(enter, Math.min(...passed));
      leave = Math.min(leave, Math.max(...passed));
    }
    return enter < leave;
  }

  function openAgency(number) {
    const met = partners[number];
    light({ chosen: number, agencies: new Set([number, ...met.map((one) => one.agency)]), pairs: new Set(met.map((one) => one.pair)) });
    network.selectNodes([number], true);
    fit(true, [number, ...met.map((one) => one.agency)]);
    showAgency(number);
  }

  function openPair(number) {
    const [one, other] = pairs[number];
    light({ agencies: new Set([one, other]), pairs: new Set([number]) });
    network.setSelection({ nodes: [], edges: [number] });
    showPair(number);
  }

  function showAll() {
    light(null);
    network.unselectAll();
    listAgencies();
    search.focus();
  }

  network.on("click", ({ nodes: hit, edges: lines }) => {
    if (hit.length) openAgency(hit[0]);
    else if (lines.length) openPair(lines[0]);
    else if (lit) showAll();
  });
  network.on("afterDrawing", drawLabels);
  const picture = document.getElementById("network");
  const point = (node) => {
    hovered = node;
    picture.style.cursor = "pointer";
    network.redraw();
  };
  const leave = () => {
    hovered = null;
    picture.style.cursor = "";
    network.redraw();
  };
  network.on("hoverNode", ({ node }) => point(node));
  network.on("hoverEdge", () => point(null));
  network.on("blurNode", leave);
  network.on("blurEdge", leave);

  // Leaves room around the nodes for the labels, which vis-network does not know of.
  function fit(animated, shown = importance) {
    const points = Object.values(network.getPositions(shown));
    const [left, right] = [Math.min, Math.max].map((pick) => points.map(({ x }) => x).reduce((a, b) => pick(a, b)));
    const [top, bottom] = [Math.min, Math.max].map((pick) => points.map(({ y }) => y).reduce((a, b) => pick(a, b)));
    const across = (picture.clientWidth - 180) / Math.max(right - left, 1);
    const down = (picture.clientHeight - 110) / Math.max(bottom - top, 1);
    network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      offset: { x: 0, y: -15 },
      scale: Math.max(Math.min(across, down, LARGEST_SCALE), SMALLEST_SCALE),
      animation: animated ? animation() : false,
    });
  }
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("zoom-fit").addEventListener("click", () => fit(true));
  search.addEventListener("input", listAgencies);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const found = listAgencies();
      if (found.length) openAgency(found[0]);
    } else if (event.key === "ArrowDown") {
      panel.querySelector("button")?.focus();
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      showAll();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  window.network = network;
  paint();
  listAgencies();
  fit(false);
})();
