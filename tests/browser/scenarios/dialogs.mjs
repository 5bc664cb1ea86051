// @ts-check
// A dialog has the keyboard to itself and gives it back.
import assert from 'node:assert/strict';
import { eventually, three } from '../sheet.mjs';

/** @type {import('./scene.mjs').Scenarios} */
export const dialogs = {
  'Tab stays in a dialog; it is left in three ways, the focus is where it was': async ({ person, engine }) => {
    await person.has_channels(three);
    const in_dialog = () => !!document.activeElement?.closest('[role=dialog]');
    for (const leave of [
      () => engine.press('Escape'),
      () => person.clicks('button', 'Hủy'),
      () => person.clicks('button', 'Đóng'),
    ]) {
      await person.clicks('button', 'Dán từ Excel');
      await eventually(() => person.focus(), 'Dán bảng vào đây');
      // Behind the dialog there is nothing to reach.
      assert.equal(await person.find('grid'), null);
      await leave();
      await person.sees_no('dialog');
      await eventually(() => person.focus(), 'Dán từ Excel');
    }

    await person.enters('button', 'Phím tắt');
    await person.sees('dialog', 'Phím tắt');
    for (const key of [...Array(3).fill('Tab'), ...Array(3).fill('Shift+Tab')]) {
      await engine.press(key);
      await eventually(() => engine.evaluate(in_dialog), true);
    }
    await engine.press('Escape');
    await person.sees_no('dialog');
    await eventually(() => person.focus(), 'Phím tắt');
  },
};
