// @ts-check
// Who draws: the processor, and then WebGL, unless that would itself be drawn by the processor, only slower.

// Some browsers give a software WebGL without counting it as a performance caveat.
const software = /SwiftShader|llvmpipe|softpipe|Microsoft Basic Render/;

/** @param {WebGL2RenderingContext} context */
function draws_in_software(context) {
  const names = context.getExtension('WEBGL_debug_renderer_info');
  return names !== null && software.test(context.getParameter(names.UNMASKED_RENDERER_WEBGL));
}

/**
 * A canvas that WebGL is to draw on from now on. `?renderer=gl` or `cpu` decides.
 * @param {HTMLCanvasElement} canvas the page's, which the processor draws on and which therefore has no other context
 * @returns {HTMLCanvasElement | null} one like it with a context; null where the processor is to go on
 */
export function canvas_with_webgl(canvas) {
  const asked = new URLSearchParams(location.search).get('renderer');
  if (asked === 'cpu') return null;
  try {
    return with_context(canvas, asked === 'gl');
  } catch {
    return null; // an extension of the browser that keeps pages from telling its graphics processor
  }
}

/** @param {HTMLCanvasElement} canvas @param {boolean} forced */
function with_context(canvas, forced) {
  const other = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
  // As wasm/app/renderer_gl.cpp asks for it, which then gets this one.
  const attributes = { alpha: false, depth: false, antialias: false, failIfMajorPerformanceCaveat: !forced };
  const context = /** @type {WebGL2RenderingContext | null} */ (other.getContext('webgl2', attributes));
  if (!context) return null;
  if (!forced && draws_in_software(context)) {
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return null;
  }
  return other;
}
