// What the pages do beyond being read: parts are exchanged without loading the page again, days slid over, timelines brushed,
// maps drawn, news told. Every page reads without it.

import { drawMaps } from "./map.js";

const news = document.getElementById("news");

/** Fetches a page of ours and puts its parts in the place of this page's; the address says what is seen. */
let latest = 0;
async function show(address, { push = false } = {}) {
  const turn = ++latest;
  let answer;
  try {
    answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" });
  } catch {
    return tell("The server does not answer.");
  }
  const text = await answer.text();
  if (turn !== latest) return; // a later wish has overtaken this one
  if (!answer.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const other = page.getElementById(part.id);
    if (other) exchange(part, other);
  }
  document.title = page.title;
  history[push ? "pushState" : "replaceState"](null, "", address);
}

/** Puts a new part in the place of an old one: the reader keeps the keyboard where it was, and what stood open stays open. */
function exchange(part, other) {
  const focused = part.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
  const open = [...part.querySelectorAll("details")].map((each) => each.open);
  part.replaceWith(document.adoptNode(other));
  [...other.querySelectorAll("details")].forEach((each, i) => (each.open = open[i] ?? each.open));
  ready(other);
  if (focused) other.querySelector(`[data-keep="${focused}"]`)?.focus();
}

function tell(words) {
  news.textContent = words;
  news.hidden = !words;
}

// ---- the slider over the days on which something changed

function readySlider(slider) {
  const input = slider.querySelector("input");
  const days = slider.dataset.days.split(" ");
  const output = slider.querySelector("output");
  let timer;
  input.hidden = false;
  input.dataset.keep = "slider";
  slider.classList.add("live");
  input.addEventListener("input", () => {
    const day = days[Number(input.value)];
    output.textContent = words(day);
    input.setAttribute("aria-valuetext", words(day));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const address = new URL(location.href);
      address.searchParams.set("on", day);
      if (address.searchParams.has("known_by")) address.searchParams.set("known_by", day);
      address.searchParams.delete("cursor");
      const field = document.querySelector("[data-live-form] [name=on]");
      if (field) field.value = day;
      show(address.pathname + address.search);
    }, 120);
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function words(day) {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

// ---- the timeline: drag over the bars to choose their days

function readyBrush(chart) {
  chart.scrollLeft = chart.scrollWidth; // on a narrow screen the latest days are what is looked for
  const bars = [...chart.querySelectorAll("a[data-since]")];
  const svg = chart.querySelector("svg");
  let from = null;
  const near = (event) => {
    const x = event.clientX;
    const far = (bar) => Math.abs(bar.getBoundingClientRect().x + bar.getBoundingClientRect().width / 2 - x);
    return bars.reduce((best, bar) => (far(bar) < far(best) ? bar : best), bars[0]);
  };
  const chosen = (a, b) => {
    const [i, j] = [bars.indexOf(a), bars.indexOf(b)].sort((x, y) => x - y);
    return bars.slice(i, j + 1);
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // a finger scrolls; it may tap a bar
    from = near(event);
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    mark(from);
  });
  const mark = (to) => bars.forEach((bar) => bar.classList.toggle("chosen", chosen(from, to).includes(bar)));
  svg.addEventListener("pointermove", (event) => from && mark(near(event)));
  svg.addEventListener("pointerup", (event) => {
    if (!from) return;
    const range = chosen(from, near(event));
    from = null;
    const address = new URL(location.href);
    address.searchParams.set("since", range[0].dataset.since);
    address.searchParams.set("until", range[range.length - 1].dataset.until);
    address.searchParams.delete("cursor");
    location.assign(address);
  });
  svg.addEventListener("click", (event) => event.detail && event.preventDefault()); // the pointer's way is above; keys follow the link
}

// ---- layers of a report stand in its address

function readyLayers(set) {
  set.addEventListener("change", () => {
    const on = [...set.querySelectorAll("input:checked")].map((each) => each.value);
    const address = new URL(location.href);
    address.searchParams.set("layers", on.join(",") || "none");
    history.replaceState(null, "", address);
  });
}

// ---- forms and links that exchange parts

function readyForm(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filled = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(filled).toString();
    show(new URL(form.action).pathname + (query ? `?${query}` : ""), { push: true });
  });
  form.addEventListener("change", (event) => event.target.matches("select") && form.requestSubmit());
}

function ready(root) {
  root.querySelectorAll(".slider").forEach(readySlider);
  root.querySelectorAll(".chart[data-brush]").forEach(readyBrush);
  drawMaps(root);
}

// ---- keys

const GO = { d: "/", e: "/events", r: "/reports", c: "/compare", m: "/relations", s: "/sources", w: "/review" };
let waiting = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (waiting) {
    waiting = false;
    if (GO[event.key]) location.assign(GO[event.key]);
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find")?.focus();
  } else if (event.key === "g") {
    waiting = true;
  } else if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
  }
});

/** The keyboard on the next row's first link, or on the one before. */
function step(by) {
  const links = [...document.querySelectorAll("main .row a.statement, main .row a.headline, main .card a.statement")];
  const at = links.indexOf(document.activeElement);
  const next = links[at === -1 ? (by > 0 ? 0 : links.length - 1) : at + by];
  next?.focus();
}

// ---- news

function listen() {
  const source = new EventSource(news.dataset.live);
  let stamp = null;
  source.addEventListener("archive", (event) => {
    const told = JSON.parse(event.data);
    if (stamp !== null && told.stamp !== stamp) changed(told);
    stamp = told.stamp;
  });
  addEventListener("pagehide", () => source.close());
}

function changed(told) {
  const live = document.querySelector("[data-fresh]");
  if (live && scrollY < 200) show(location.pathname + location.search);
  tell(`The archive has changed: ${told.reports} reports, ${told.events} events. `);
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = live ? "Brought up to date" : "Show";
  news.append(link);
}

document.querySelector(".masthead [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest", behavior: "instant" });
ready(document);
document.querySelectorAll("[data-live-form]").forEach(readyForm);
document.querySelectorAll("[data-layers]").forEach(readyLayers);
addEventListener("popstate", () => location.reload());
addEventListener("load", () => setTimeout(listen, 0));
