// @ts-check
// The same scenarios in every engine and with both renderers: scenarios/. Each has the page newly opened, with nothing
// stored.
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { start_server } from '../../scripts/serve.mjs';
import { engine_names, launch } from './engines/engine.mjs';
import { Person } from './engines/person.mjs';
import { dialogs } from './scenarios/dialogs.mjs';
import { findings } from './scenarios/findings.mjs';
import { grid } from './scenarios/grid.mjs';
import { keeping } from './scenarios/keeping.mjs';
import { looks } from './scenarios/looks.mjs';
import { main_job } from './scenarios/main_job.mjs';
import { papers } from './scenarios/paper.mjs';
import { passwords } from './scenarios/passwords.mjs';
import { quiet } from './scenarios/quiet.mjs';
import { signatures } from './scenarios/signatures.mjs';
import { tables } from './scenarios/tables.mjs';
import { windows } from './scenarios/window.mjs';

/** @typedef {import('./scenarios/scene.mjs').Scenarios} Scenarios */

/** @type {Scenarios} */
const scenarios = {
  ...main_job,
  ...grid,
  ...tables,
  ...findings,
  ...signatures,
  ...keeping,
  ...looks,
  ...dialogs,
  ...windows,
  ...papers,
  ...passwords,
  ...quiet,
};

for (const name of engine_names) {
  for (const renderer of /** @type {const} */ (['cpu', 'gl'])) {
    test(`${name}, drawn by ${renderer}`, async (t) => {
      const { engine, end } = await launch(name);
      t.after(end);
      const person = new Person(engine);
      for (const [what, scenario] of Object.entries(scenarios)) {
        await t.test(what, async () => {
          // On a port of its own it is another site, for which no browser has stored anything.
          const server = await start_server({ port: 0 });
          for (const file of readdirSync(engine.downloads)) rmSync(join(engine.downloads, file));
          await engine.resize(1440, 900);
          try {
            const url = `${server.url}?renderer=${renderer}`;
            await person.opens(url);
            await scenario({ person, engine, renderer, url });
            assert.deepEqual(engine.problems.splice(0), []);
          } finally {
            await server.close();
          }
        });
      }
    });
  }
}
