// Draws the ribbons, keeps the shorter account in view, counts what a filter shows, copies the table plainly; the page reads without it.
(() => {
  const columns = document.querySelector(".cols");
  const svg = columns.querySelector(".ribbons");
  const accounts = [...columns.querySelectorAll(".account")];
  const lines = [...columns.querySelectorAll(".line")];
  const matters = columns.dataset.matters.split(" ").filter(Boolean).map((m) => m.split(":"));

  const band = (a, b, base) => {
    const [x1, x2] = [a.right - base.left, b.left - base.left];
    const middle = (x1 + x2) / 2;
    const y = (value) => (value - base.top).toFixed(1);
    return `M${x1} ${y(a.top)}C${middle} ${y(a.top)} ${middle} ${y(b.top)} ${x2} ${y(b.top)}` +
      `V${y(b.bottom)}C${middle} ${y(b.bottom)} ${middle} ${y(a.bottom)} ${x1} ${y(a.bottom)}Z`;
  };

  const draw = () => {
    const base = columns.getBoundingClientRect();
    svg.replaceChildren();
    for (const [number, ...kinds] of matters) {
      const boxes = accounts.map((account) =>
        [...account.querySelectorAll(`.m${number}`)]
          .map((line) => line.getBoundingClientRect())
          .filter((box) => box.height > 0));
      const having = boxes.filter((account) => account.length);
      for (let i = 0; i + 1 < having.length; i += 1) {
        for (const a of having[i]) {
          for (const b of having[i + 1]) {
            if (b.left <= a.right) continue;
            const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
            path.setAttribute("class", `m${number} ${kinds.join(" ")}`);
            path.setAttribute("d", band(a, b, base));
            svg.append(path);
          }
        }
      }
    }
  };

  // A short account stays beside a long one: its end, where it is higher than the window.
  const pin = () => {
    for (const account of accounts) {
      account.style.top = `${Math.min(16, innerHeight - account.offsetHeight - 16)}px`;
    }
    draw();
  };

  let waiting = false;
  const follow = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };

  const count = () => {
    const shown = lines.filter((line) => line.offsetParent !== null).length;
    const output = document.getElementById("shown");
    output.textContent = shown === lines.length ? "" : `${shown} of ${lines.length} statements`;
    pin();
  };

  // A word processor gets a plain table: no links, no colours of a dark page.
  document.querySelector("#issue-table").addEventListener("copy", (event) => {
    const part = document.createElement("div");
    part.append(getSelection().getRangeAt(0).cloneContents());
    const rows = part.querySelectorAll("tr");
    if (!rows.length) return;
    const table = document.createElement("table");
    table.border = 1;
    for (const row of rows) {
      const line = table.insertRow();
      for (const cell of row.cells) {
        const copy = line.appendChild(document.createElement(cell.tagName));
        cell.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
        copy.innerText = cell.textContent;
      }
    }
    event.clipboardData.setData("text/html", table.outerHTML);
    event.clipboardData.setData("text/plain",
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join("\t")).join("\n"));
    event.preventDefault();
  });

  document.querySelector(".filters").addEventListener("change", count);
  new ResizeObserver(pin).observe(columns);
  addEventListener("resize", pin);
  addEventListener("scroll", follow, { passive: true });
  pin();
})();
