// @ts-check
// Opened once, the page opens without a network in the other engines too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start_server } from '../../scripts/serve.mjs';
import { Display } from './engines/display.mjs';
import { Firefox } from './engines/firefox.mjs';
import { Person } from './engines/person.mjs';
import { Webkit } from './engines/webkit.mjs';
import { eventually } from './sheet.mjs';

for (const Engine of [Firefox, Webkit]) {
  test(`loaded once, the page opens with the server gone, what was entered in it (${Engine.name})`, async (t) => {
    const server = await start_server({ port: 0 });
    const display = await Display.start();
    const engine = new Engine(display);
    t.after(async () => {
      await engine.stop();
      await display.end();
      engine.remove();
    });
    await engine.start();
    const person = new Person(engine);
    await engine.go_to(server.url);
    await person.goes_to('Đơn vị');
    await person.fills('Tên đơn vị', 'Trường Tiểu học Đại Lộc');
    await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
    const is_controlled = () => navigator.serviceWorker.controller !== null;
    await eventually(() => engine.evaluate(is_controlled), true);
    await server.close();
    await engine.reload();
    await person.goes_to('Đơn vị');
    const name = await person.find('textbox', 'Tên đơn vị');
    assert.equal(name?.value, 'Trường Tiểu học Đại Lộc');
    assert.deepEqual(engine.problems, []);
  });
}
