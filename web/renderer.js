// @ts-check
// Who draws: WebGL, or the processor where WebGL would itself be drawn by the processor, only slower.

// Some browsers give a software WebGL without counting it as a performance caveat.
const software = /SwiftShader|llvmpipe|softpipe|Microsoft Basic Render/;

/** @param {WebGL2RenderingContext} context */
function draws_in_software(context) {
  const names = context.getExtension('WEBGL_debug_renderer_info');
  return names !== null && software.test(context.getParameter(names.UNMASKED_RENDERER_WEBGL));
}

/**
 * Asked while the parts are on their way: it takes as long as a frame. `?renderer=gl` or `cpu` decides.
 * @param {HTMLCanvasElement} canvas of the page
 * @returns {{canvas: HTMLCanvasElement, webgl: boolean}} the page's canvas from now on
 */
export function choose_renderer(canvas) {
  const asked = new URLSearchParams(location.search).get('renderer');
  if (asked === 'gl' || asked === 'cpu') return { canvas, webgl: asked === 'gl' };
  // One that once had a context gives no other: the page's own is left untouched until this one is found good.
  const candidate = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
  // As wasm/app/renderer_gl.cpp asks for it, which then gets this one.
  const attributes = { alpha: false, depth: false, antialias: false, failIfMajorPerformanceCaveat: true };
  const context = /** @type {WebGL2RenderingContext | null} */ (candidate.getContext('webgl2', attributes));
  if (!context) return { canvas, webgl: false };
  if (draws_in_software(context)) {
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return { canvas, webgl: false };
  }
  canvas.replaceWith(candidate);
  return { canvas: candidate, webgl: true };
}
