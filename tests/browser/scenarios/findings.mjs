// @ts-check
// What is wrong is said with its clause, and leads to where it is put right.
import { eventually, sound } from '../sheet.mjs';

/** @type {import('./scene.mjs').Scenarios} */
export const findings = {
  'what is wrong is said with its clause, followed to its row, and put right': async ({ person, engine }) => {
    await person.has_channels([
      sound('https://www.facebook.com/thdailoc'),
      { ...sound('Trang hai'), created: '30/02/2023' },
      sound('http://quangtrung.example.edu.vn'),
      sound('https://www.facebook.com/thdailoc'),
    ]);
    /** The findings of the selected channel. @returns {Promise<string>} */
    const said = () =>
      engine.evaluate(() => {
        const items = document.querySelectorAll('aside li');
        return [...items].map((item) => item.textContent).join('\n');
      });
    const says = (/** @type {RegExp} */ pattern) =>
      eventually(async () => {
        const text = await said();
        return pattern.test(text) ? 'said' : text;
      }, 'said');

    await person.goes_to_cell(2, 2);
    await says(/Ngày «30\/02\/2023» không có trên lịch[^]*mục 1 \(HP23-1\.1\)/);
    await person.goes_to_cell(2, 4);
    await person.pastes('28/02/2023');
    await engine.press('Enter');
    await person.cell_is(2, 4, '28/02/2023');
    await person.goes_to_cell(2, 2);
    await person.reads(/Không có gì cần sửa ở dòng này/);

    await person.goes_to_cell(3, 2);
    await says(/dùng HTTP, không mã hóa[^]*\(HP23-4\.1\)/);
    await person.enters('button', 'Đổi thành «https://quangtrung.example.edu.vn»');
    await person.cell_is(3, 2, 'https://quangtrung.example.edu.vn');

    await person.goes_to_cell(4, 2);
    await says(/trùng với dòng 1[^]*\(HP23-1\.1\)/);
    await person.enters('button', 'Xem dòng 1');
    await person.is_at('Tên kênh', 1);
  },
};
