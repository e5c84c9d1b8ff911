(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) { return; }
  var rows = [].slice.call(document.querySelectorAll("tr[data-d]"));
  var groups = [].slice.call(document.querySelectorAll(".group"));
  var total = rows.filter(function (row) { return row.id === "" ? false : row.dataset.s !== undefined; }).length;
  var shown = form.querySelector("output");
  var field = function (name) { return form.elements[name].value; };
  var plain = function (text) {
    return text.toLowerCase().replace(/[\u0e50-\u0e59]/g, function (d) { return String.fromCharCode(d.charCodeAt(0) - 0xe20); });
  };
  var digits = function (number) {
    var zero = form.dataset.zero.charCodeAt(0);
    return String(number).replace(/[0-9]/g, function (d) { return String.fromCharCode(zero + Number(d)); });
  };
  var texts = new Map();
  var text = function (row) {
    if (!texts.has(row)) { texts.set(row, plain(row.textContent)); }
    return texts.get(row);
  };
  var wanted = function (row, division, severity, search) {
    var filtered = division !== "" || severity !== "" || search !== "";
    if (row.classList.contains("again")) { if (filtered) { return false; } return true; }
    if (division !== "") { if (row.dataset.d.split(" ").indexOf(division) === -1) { return false; } }
    if (severity !== "") { if (row.dataset.s !== undefined) { if (Number(row.dataset.s) > Number(severity)) { return false; } } }
    return search === "" ? true : text(row).indexOf(search) !== -1;
  };
  var filter = function () {
    var division = field("division"), severity = field("severity"), search = plain(field("search").trim());
    var found = 0;
    rows.forEach(function (row) {
      row.hidden = !wanted(row, division, severity, search);
      if (row.hidden) { return; }
      if (row.id) { if (row.dataset.s !== undefined) { found += 1; } }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("tbody tr:not([hidden])"); });
    form.classList.toggle("all", found === total);
    shown.textContent = form.dataset.shown.replace("#n", digits(found));
  };
  var sort = function () {
    var by = field("sort");
    var key = function (row) {
      if (by === "due") { return row.dataset.due || "9999"; }
      if (by === "late") { return -Number(row.dataset.o || 0); }
      if (by === "row") { return Number(row.dataset.r || 0); }
      return Number(row.dataset.s);
    };
    groups.forEach(function (group) {
      var body = group.querySelector("tbody");
      [].slice.call(body.rows)
        .map(function (row, at) { return { row: row, at: at, key: key(row) }; })
        .sort(function (a, b) { return a.key > b.key ? 1 : b.key > a.key ? -1 : a.at - b.at; })
        .forEach(function (one) { body.appendChild(one.row); });
    });
  };
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function (event) {
    if (event.target.name === "sort") { sort(); } else { filter(); }
  });
  filter();
})();
