// @ts-check
// Runs before all else, also in browsers that know no modules: old JavaScript only, no module.
// Says in plain words that this browser cannot run the page, or that a part of it did not arrive. Holds up no reading
// of the page, but runs before web/boot.js; in sokenh.html, where it is within the page, before the page has been read.
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' scripted';
  // While it loads, too, the page is dark for those who want it so; web/boot.js follows what changes later.
  var theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  try {
    theme = localStorage.getItem('sokenh-theme') || theme;
  } catch (error) {
    // storage blocked
  }
  root.setAttribute('data-theme', theme);

  // A function that returns a vector: (module (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt))
  var simd = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
  ];

  function is_able() {
    return (
      'noModule' in document.createElement('script') &&
      typeof WebAssembly === 'object' &&
      WebAssembly.validate(new Uint8Array(simd)) &&
      typeof ResizeObserver === 'function'
    );
  }

  var too_old = {
    vi:
      'Trình duyệt này quá cũ, hoặc WebAssembly đang bị tắt, nên không mở được Sổ Kênh. ' +
      'Hãy dùng Chrome, Edge, Cốc Cốc từ bản 109, Firefox từ bản 115 hoặc Safari từ bản 16.4.',
    en:
      'This browser is too old, or WebAssembly is switched off in it, so Sổ Kênh cannot start. ' +
      'Use Chrome or Edge 109, Firefox 115, Safari 16.4, or anything newer.',
  };
  var not_loaded = {
    vi: 'Không tải được đủ các tệp của Sổ Kênh. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'Not all files of Sổ Kênh could be loaded. Check the network, then reload the page.',
  };

  /** @param {string} language @param {string} text */
  function paragraph(language, text) {
    var element = document.createElement('p');
    element.lang = language;
    element.textContent = text;
    return element;
  }

  /** @param {{vi: string, en: string}} words */
  function show(words) {
    // Once the page runs, its own messages serve.
    var loading = document.getElementById('loading');
    if (!loading) return;
    var message = document.createElement('div');
    message.id = 'failure';
    message.setAttribute('role', 'alert');
    message.appendChild(paragraph('vi', words.vi));
    message.appendChild(paragraph('en', words.en));
    // Not replaceWith(), which is younger than some of those this is for.
    /** @type {Node} */ (loading.parentNode).replaceChild(message, loading);
  }

  /** @param {() => void} action */
  function when_parsed(action) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action);
    else action();
  }

  if (!is_able()) {
    // web/boot.js looks for this and does not start.
    root.setAttribute('data-unable', '');
    when_parsed(function () {
      show(too_old);
    });
    return;
  }
  window.addEventListener(
    'error',
    function (event) {
      var target = /** @type {Element | null} */ (event.target);
      var is_part = target && target.tagName === 'SCRIPT';
      var is_syntax = event.error && event.error.name === 'SyntaxError';
      if (!is_part && !is_syntax) return;
      when_parsed(function () {
        show(is_part ? not_loaded : too_old);
      });
    },
    true
  );
  // What failed before anybody listened. Modules are run before this event.
  document.addEventListener('DOMContentLoaded', function () {
    if (!root.hasAttribute('data-started')) show(not_loaded);
  });
})();
