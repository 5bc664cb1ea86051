// @ts-check
// What a scenario is given. Each begins with the page newly opened and nothing stored.

/**
 * @typedef {Object} Scene
 * @property {import('../engines/person.mjs').Person} person
 * @property {import('../engines/engine.mjs').Engine} engine
 * @property {'cpu' | 'gl'} renderer
 * @property {string} url the page's, with the renderer chosen
 */

/** Scenarios by what they show. @typedef {Record<string, (scene: Scene) => Promise<void>>} Scenarios */

export {};
