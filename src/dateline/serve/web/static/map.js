// The map: d3's geography over Natural Earth's countries, coloured by how each party stands to the one in the middle. What it
// shows stands in words beside it; parties too small to be seen, or without borders that all agree on, are points.

const SVG = "http://www.w3.org/2000/svg";
const SMALL = 14; // square pixels under which a country is shown as a point too
let loaded = null;

function load(map) {
  loaded ??= Promise.all([map.dataset.world, map.dataset.points].map((address) => fetch(address).then((answer) => answer.json())));
  return loaded;
}

export function drawMaps(root) {
  for (const map of root.querySelectorAll("[data-world]")) draw(map);
}

async function draw(map) {
  if (!globalThis.d3 || !globalThis.topojson) return; // without d3 the words are there
  const [topology, points] = await load(map);
  const places = new Map(
    [...map.closest("figure").querySelectorAll("[data-id]")].map((row) => [row.dataset.id, { row, state: row.dataset.state }]),
  );
  const width = 960;
  const height = 480;
  const projection = d3.geoNaturalEarth1().fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
  const path = d3.geoPath(projection).digits(1);
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, class: "globe", role: "presentation" });
  svg.append(hatch(), element("path", { class: "sea", d: path({ type: "Sphere" }) }));
  const countries = topojson.feature(topology, topology.objects.countries).features;
  for (const country of countries) svg.append(area(country, path, places.get(country.id), map.dataset.focus));
  svg.append(element("path", { class: "borders", d: path(topojson.mesh(topology, topology.objects.countries, (a, b) => a !== b)) }));
  const drawn = new Set(countries.map((country) => country.id));
  for (const country of countries.filter((each) => path.area(each) < SMALL)) {
    if (places.has(country.id)) svg.append(point(country.id, path.centroid(country), places.get(country.id), map.dataset.focus));
  }
  for (const [id, lat, lon] of points) {
    if (!drawn.has(id) && (places.has(id) || id === map.dataset.focus)) svg.append(point(id, projection([lon, lat]), places.get(id), map.dataset.focus));
  }
  map.replaceChildren(svg);
}

function area(country, path, place, focus) {
  const kind = country.id === focus ? "focus" : (place?.state ?? "none");
  return linked(element("path", { class: `land land-${kind}`, d: path(country), "data-party": country.id }), place);
}

function point(id, [x, y], place, focus) {
  const kind = id === focus ? "focus" : place.state;
  return linked(element("circle", { class: `land dot land-${kind}`, cx: x.toFixed(1), cy: y.toFixed(1), r: id === focus ? 7 : 5, "data-party": id }), place);
}

/** A shape that leads to the pair's page; only the words are in the order of the keyboard, so that it is not walked through twice. */
function linked(shape, place) {
  if (!place) return shape;
  const title = element("title", {});
  title.textContent = place.row.textContent.trim();
  shape.append(title);
  shape.addEventListener("click", () => location.assign(place.row.querySelector("a").href));
  return shape;
}

/** Stripes for what is disputed, so that no colour has to be told apart. */
function hatch() {
  const defs = element("defs", {});
  const pattern = element("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(element("rect", { class: "hatch-ground", width: 6, height: 6 }), element("rect", { class: "hatch-stripe", width: 3, height: 6 }));
  defs.append(pattern);
  return defs;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
