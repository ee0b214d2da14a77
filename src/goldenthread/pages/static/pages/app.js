// Everything works without this file. It makes long forms safer and starts the design systems’ own scripts.

const script = document.getElementById("app-script");

async function startDesignSystems() {
  const [govuk, moj] = await Promise.all([import(script.dataset.govuk), import(script.dataset.moj)]);
  govuk.initAll();
  moj.initAll();
  return govuk;
}

// ---- Wide tables: name each cell by its column, so that on a telephone a row can stand as a card (app.css).

for (const frame of document.querySelectorAll(".app-scroll:has(> table > thead)")) {
  const names = [...frame.querySelectorAll("thead th")].map((head) => head.textContent.trim());
  for (const row of frame.querySelectorAll("tbody tr")) {
    [...row.cells].forEach((cell, at) => {
      cell.classList.toggle("app-nothing", !cell.textContent.trim() && !cell.querySelector("input, select, textarea, img, svg"));
      if (at) cell.dataset.name = names[at] ?? "";
    });
  }
  frame.classList.add("app-scroll--stacks");
}

// ---- Leaving with something unsaved: <form data-warn-unsaved> and every form that saves by itself.

const changed = new Set();

function watchForChanges(form) {
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});

// ---- Saving while someone writes: <form data-autosave="/address/"> with <p data-autosave-status>.
// The address is sent the whole form. It answers 204, or 200 with {"fields": {"version": "4"}} to put into
// hidden boxes; 409 when someone else has saved meanwhile; anything else is “not saved”.

let sent = () => {}; // told whenever something has been sent (see below: time-out)
const QUIET_TIME = 2000;
const SENTENCES = {
  409: "Not saved: someone else has changed this since you opened it. Press the save button to see both.",
  signedOut: "Not saved: you have been signed out. Your words are still on this page. Copy them, then sign in again.",
  other: "Not saved. Your words are still on this page. Check your connection, then press the save button.",
};

function clockTime(now) {
  const half = now.getHours() < 12 ? "am" : "pm";
  return `${now.getHours() % 12 || 12}:${String(now.getMinutes()).padStart(2, "0")}${half}`;
}

function tell(form, text, isSaved) {
  if (!isSaved) changed.add(form);
  const line = form.querySelector("[data-autosave-status]");
  if (!line) return;
  line.textContent = text;
  line.classList.toggle("app-save--not", !isSaved);
}

async function save(form) {
  const body = new FormData(form);
  changed.delete(form); // what is typed from here on counts as new
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body,
      headers: { "X-Autosave": "yes" },
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect" || answer.status === 403) return tell(form, SENTENCES.signedOut, false);
    if (!answer.ok) return tell(form, SENTENCES[answer.status] ?? SENTENCES.other, false);
    if (answer.status === 200) {
      const { fields = {} } = await answer.json();
      for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
    }
    sent();
    tell(form, `Saved at ${clockTime(new Date())}`, true);
  } catch {
    tell(form, SENTENCES.other, false);
  }
}

function saveWhileWriting(form) {
  let waiting;
  let saving = Promise.resolve();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    // One after the other, so that an older text never overtakes a newer one.
    waiting = setTimeout(() => { saving = saving.then(() => save(form)); }, QUIET_TIME);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

// ---- A second press sends nothing more, in every form.

function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 1000) event.preventDefault();
    form.dataset.sent = String(Date.now());
  });
}

// ---- “Copy link to this list”: <button data-copy-link hidden>.

function copyLink(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    button.textContent = "Link copied";
  });
}

// ---- A warning before the time is over. The session lasts from the last thing that was sent.

const WARNED_BEFORE = 5 * 60;
const SIGNED_OUT = "You have been signed out. What you have written is still on this page: copy it, then sign in again.";

function warnBeforeTimeOut(notice) {
  const lasts = Number(notice.dataset.timeOut);
  const words = notice.querySelector("[data-time-out-words]");
  const stay = notice.querySelector("[data-time-out-stay]");
  let sentAt = Date.now();
  sent = () => {
    sentAt = Date.now();
    notice.hidden = true;
  };
  // Looked at again and again, as a sleeping computer stops timers.
  setInterval(() => {
    const left = lasts - (Date.now() - sentAt) / 1000;
    notice.hidden = left > WARNED_BEFORE;
    if (left > 0) return;
    words.textContent = SIGNED_OUT;
    stay.hidden = true;
  }, 5000);
  stay.addEventListener("click", async () => {
    const answer = await fetch(location.href, { method: "HEAD", redirect: "manual" });
    if (answer.ok) sent();
  });
}

// ---- Arrow keys along the marks of one lane of a drawing: <g data-lane> with <a> inside.

function walkLane(lane) {
  const marks = [...lane.querySelectorAll("a")];
  marks.forEach((mark, place) => mark.setAttribute("tabindex", place ? "-1" : "0"));
  lane.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = marks.indexOf(document.activeElement);
    if (!step || place < 0) return;
    const next = marks[place + step];
    if (!next) return;
    event.preventDefault();
    marks[place].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

function start(root) {
  root.querySelectorAll("form[data-warn-unsaved], form[data-autosave]").forEach(watchForChanges);
  root.querySelectorAll("form[data-autosave]").forEach(saveWhileWriting);
  root.querySelectorAll("form[method=post]").forEach(sendOnce);
  root.querySelectorAll("[data-copy-link]").forEach(copyLink);
  root.querySelectorAll("[data-lane]").forEach(walkLane);
}

start(document);
document.querySelectorAll("[data-time-out]").forEach(warnBeforeTimeOut);
const started = startDesignSystems();
// A part of the page that was fetched anew is started too.
document.addEventListener("htmx:load", async (event) => {
  if (event.detail.elt === document.body) return;
  start(event.detail.elt);
  (await started).createAll((await started).Button, undefined, event.detail.elt);
});
