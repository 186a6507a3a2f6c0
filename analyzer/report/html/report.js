/* What the style sheet cannot do: search, count, open what a link names. Without this, everything
   is there and can be opened and filtered. */
(function () {
  "use strict";
  var form = document.getElementById("filter");
  var all = Array.prototype.slice.call(document.querySelectorAll(".finding"));

  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();
  if (!form) return;

  var words = all.map(function (f) { return f.textContent.toLowerCase(); });
  var find = document.getElementById("find"), shown = document.getElementById("shown");
  form.querySelector(".find").hidden = false;

  function isOn(f) {
    var names = f.className + " " + f.parentNode.className;
    return names.split(" ").every(function (name) {
      var box = name.indexOf("x-") === 0 && document.getElementById(name);
      return !box || box.checked;
    });
  }
  function update() {
    var text = find.value.trim().toLowerCase(), n = 0;
    all.forEach(function (f, i) {
      f.hidden = text !== "" && words[i].indexOf(text) < 0;
      f.classList.toggle("off", f.hidden || !isOn(f));
      n += !f.classList.contains("off");
    });
    document.querySelectorAll(".rule").forEach(function (rule) {
      rule.hidden = !rule.querySelector(".finding:not(.off)");
    });
    shown.textContent = n + " of " + all.length + " shown";
  }
  function setOpen(is) {
    all.forEach(function (f) { if (!f.classList.contains("off")) f.open = is; });
  }
  form.addEventListener("change", update);
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  find.addEventListener("input", update);
  document.getElementById("open").addEventListener("click", function () { setOpen(true); });
  document.getElementById("close").addEventListener("click", function () { setOpen(false); });
  update();
})();
