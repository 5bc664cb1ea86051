// @ts-check
// What the command line itself says. What it says of declarations and signatures comes from the
// module (wasm/ui/messages.def).

/** @typedef {import('./files.js').FileProblem} FileProblem */

const megabytes = (/** @type {string} */ bytes) => String(Math.round(Number(bytes) / 1024 / 1024));

const vi = {
  help: `Sổ Kênh: thống kê kênh cung cấp thông tin trên môi trường mạng

Cách dùng: node cli.mjs LỆNH [TỆP…] [TÙY CHỌN]

  check TỆP…            kiểm tra bản thống kê: cần sửa gì, ở dòng và cột nào
      --today NGÀY      tính theo ngày này (2023-11-24), thay cho hôm nay
      --pack TỆP        kiểm tra thêm theo gói công văn này; có thể ghi nhiều lần,
                        dùng được cả với email, form và calendar
  verify TỆP…           kiểm tra từng chữ ký của tệp đã ký
  sign TỆP              ký bản thống kê, hoặc ký thêm vào tệp đã có chữ ký
      --key TỆP         tệp khóa của người ký
      --passphrase-file TỆP
                        tệp có câu mật khẩu ở dòng đầu; nếu không có, chương trình
                        hỏi trên màn hình hoặc đọc dòng đầu của đầu vào chuẩn
      --out TỆP         nơi ghi tệp đã ký; nếu không có, ghi ra đầu ra chuẩn
  keygen                tạo khóa ký
      --role VAI        preparer (cán bộ thống kê) hoặc head (lãnh đạo đơn vị)
      --name HỌ_TÊN     người giữ khóa
      --title CHỨC_VỤ
      --passphrase-file TỆP
      --out TỆP         tệp khóa, không ghi đè lên tệp đã có
  email TỆP             soạn thư nháp .eml, đính kèm tệp đã đủ chữ ký
      --out TỆP
  form TỆP              biểu mẫu và tài liệu để in hoặc sửa tiếp
      --document LOẠI   channel-form (biểu thống kê kênh, mặc định), removal-request
                        (công văn đề nghị xóa tài khoản), account-review (biên bản rà
                        soát tài khoản), self-check (báo cáo tự kiểm tra), log (một sổ
                        theo dõi, cần --log), incident-report (báo cáo sự cố),
                        duty-roster (lịch trực)
      --log SỔ          patch, vulnerability, threat_hunt, monitoring, antivirus,
                        software, awareness, bulk_mail, spam, warning, incident, plan, drill,
                        botnet_check, page_check, backup
      --entry SỐ        sự cố, lịch trực thứ mấy; nếu không có, sự cố gần nhất, đợt trực
                        sắp tới
      --format DẠNG     html (để in, mặc định) hoặc docx (cần --out)
      --today NGÀY      ngày ghi trên tài liệu
      --out TỆP
  calendar TỆP          lịch .ics: hạn nộp ngày đổi mật khẩu, việc ghi sổ sắp tới
      --roster SỐ       thay vào đó, các ca của lịch trực thứ mấy
      --today NGÀY
      --out TỆP
  check-ip TỆP          đối chiếu địa chỉ IP của các máy trong đơn vị với danh sách botnet
      --list TỆP        danh sách: văn bản, CSV, Excel hoặc chữ chép từ PDF; có thể ghi nhiều lần
  scan-page TỆP         xem trang web đã lưu (.html, .mhtml): sáu mục cuối trang, dấu hiệu
                        đăng lại tin báo chí, mã lệnh và liên kết lạ
      --baseline TỆP    bản đã lưu trước đây của trang ấy: kể ra thay đổi, điều đáng ngờ trước
      --unit TỆP        bản thống kê của đơn vị, để so tên, điện thoại, thư điện tử
  hash TỆP…             SHA-256 của tệp, lớn bao nhiêu cũng được, như sha256sum
      --log TỆP         bản thống kê có sổ sao lưu: mỗi tệp là bản sao lưu nào, cũ hay mới nhất
      --today NGÀY
  password [TỆP]        xét mật khẩu ở đầu vào chuẩn, mỗi dòng một mật khẩu: độ mạnh, quy
                        định của công văn, dùng lại; không bao giờ in mật khẩu ra. TỆP là
                        bản thống kê của đơn vị: lấy tên, tài khoản và công văn ở đó
      --pack TỆP        công văn; nếu không có TỆP nào thì theo mọi công văn có sẵn
      --brief           mỗi mật khẩu chỉ một điểm từ 0 đến 4
      --today NGÀY

  --json                kết quả dạng JSON: một mảng, mỗi tệp một phần tử
  --lang vi|en          ngôn ngữ
  -h, --help            trang này

Mã kết thúc: 0 tốt; 1 có điều cần sửa hoặc chữ ký không hợp lệ (điều chỉ nên làm thì
không tính), hoặc mật khẩu yếu, không đạt, dùng lại, hoặc trang
web thiếu mục, có điều đáng ngờ; 2 gọi sai cách hoặc không ghi được;
3 có tệp không đọc được. Nhiều tệp thì lấy mã nặng nhất.
`,
  see_help: 'Xem cách dùng: node cli.mjs --help',
  no_command: 'Chưa cho biết lệnh cần làm.',
  unknown_command: (/** @type {string} */ name) => `Không có lệnh «${name}».`,
  unknown_option: (/** @type {string} */ name) => `Không có tùy chọn ${name}.`,
  option_of_other_command: (/** @type {string} */ name, /** @type {string} */ command) =>
    `Lệnh ${command} không có tùy chọn ${name}.`,
  option_needs_value: (/** @type {string} */ name) => `Tùy chọn ${name} cần có giá trị đi sau.`,
  option_takes_no_value: (/** @type {string} */ name) => `Tùy chọn ${name} không có giá trị đi sau.`,
  option_twice: (/** @type {string} */ name) => `Tùy chọn ${name} được ghi hai lần.`,
  only_for: (/** @type {string} */ name, /** @type {string} */ document) =>
    `Tùy chọn ${name} chỉ dùng với --document ${document}.`,
  not_a_number: (/** @type {string} */ name) => `Tùy chọn ${name} phải là số từ 1 trở lên.`,
  option_choice: (/** @type {string} */ name, /** @type {string} */ values) =>
    `Giá trị của ${name} phải là một trong: ${values}.`,
  option_missing: (/** @type {string} */ name, /** @type {string} */ command) =>
    `Lệnh ${command} cần tùy chọn ${name}.`,
  not_a_day: (/** @type {string} */ text) => `«${text}» không phải một ngày; hãy ghi như 2023-11-24.`,
  no_file: (/** @type {string} */ command) => `Lệnh ${command} cần tên tệp.`,
  takes_no_file: (/** @type {string} */ command, /** @type {string} */ file) =>
    `Lệnh ${command} không nhận tệp («${file}»).`,
  one_file_only: (/** @type {string} */ command) => `Lệnh ${command} chỉ nhận một tệp mỗi lần.`,

  passphrase_prompt: 'Câu mật khẩu: ',
  passphrase_again: 'Nhập lại câu mật khẩu: ',
  password_prompt: 'Mật khẩu cần xét: ',
  standard_input: 'đầu vào chuẩn',

  /** @param {FileProblem} problem @returns {string} */
  problem({ code, detail }) {
    switch (code) {
      case 'file_missing':
        return 'Không có tệp này. Hãy kiểm tra lại tên và đường dẫn.';
      case 'file_is_folder':
        return 'Đây là thư mục, không phải tệp. Hãy chỉ ra từng tệp trong thư mục.';
      case 'file_not_allowed':
        return 'Không có quyền đọc tệp này.';
      case 'file_too_large':
        return `Tệp lớn quá ${megabytes(detail)} MB nên không mở. Hãy kiểm tra lại có đúng tệp không.`;
      case 'sheet_not_zip':
        return 'Tệp không phải bảng tính Excel .xlsx hoặc đã hỏng. Hãy lưu thành CSV.';
      case 'sheet_too_large':
        return 'Bảng tính quá lớn sau khi giải nén nên không mở. Hãy lưu thành CSV.';
      case 'sheet_none':
        return 'Tệp Excel này không có trang tính nào.';
      case 'sheet_broken':
        return 'Không đọc được trang tính trong tệp Excel này. Hãy lưu lại, hoặc lưu thành CSV.';
      case 'file_not_utf8':
        return 'Tệp không phải chữ Unicode UTF-8. Hãy xin lại tệp từ cơ quan ban hành.';
      case 'output_exists':
        return 'Đã có tệp mang tên này. Hãy chọn tên khác, để không mất khóa cũ.';
      case 'output_not_written':
        return `Không ghi được tệp này (${detail}). Hãy kiểm tra thư mục và quyền ghi.`;
      case 'passphrase_missing':
        return 'Chưa có câu mật khẩu. Hãy nhập khi được hỏi, hoặc dùng --passphrase-file.';
      case 'passphrases_differ':
        return 'Hai lần nhập câu mật khẩu không giống nhau.';
      case 'passphrase_not_utf8':
        return 'Câu mật khẩu không phải chữ Unicode UTF-8. Hãy lưu lại tệp ở bảng mã UTF-8.';
      case 'passwords_missing':
        return 'Không có mật khẩu nào ở đầu vào chuẩn. Hãy đưa vào mỗi dòng một mật khẩu.';
      case 'passwords_not_utf8':
        return 'Mật khẩu không phải chữ Unicode UTF-8. Hãy lưu lại tệp ở bảng mã UTF-8.';
      case 'module_failed':
        return `Máy không đủ bộ nhớ hoặc chương trình gặp lỗi khi xử lý tệp này (${detail}).`;
      default:
        return `Không đọc được tệp này (${detail}).`;
    }
  },

  severities: /** @type {Record<string, string>} */ ({
    error: 'Lỗi',
    warning: 'Cần xem',
    advice: 'Nên làm',
  }),
  row: (/** @type {number} */ row) => (row > 0 ? `dòng ${row}` : 'đơn vị'),
  account: (/** @type {number} */ number) => `tài khoản ${number}`,
  log: (/** @type {string} */ log, /** @type {number | undefined} */ number) =>
    number ? `${log}, mục ${number}` : log,
  nothing_found: 'Không có điều gì cần sửa.',
  issued: (/** @type {string} */ day) => `ban hành ${day}`,
  not_in_force: 'không còn hiệu lực',
  last_day: (/** @type {string} */ day) => `hạn cuối ${day}`,
  progress: (
    /** @type {number} */ met,
    /** @type {number} */ to_do,
    /** @type {number} */ unanswered,
    /** @type {number} */ not_applicable,
  ) =>
    `${met} đạt, ${to_do} cần làm, ${unanswered} chưa trả lời, ${not_applicable} không áp dụng.`,
  due: (/** @type {string} */ day, /** @type {boolean} */ overdue) =>
    overdue ? `Đã quá hạn: chậm nhất ${day}.` : `Chậm nhất ${day}.`,
  unknown_pack: (/** @type {string} */ id) =>
    `Công văn «${id}» không có trong chương trình nên chưa được kiểm tra.`,
  counts: (/** @type {number} */ errors, /** @type {number} */ warnings, /** @type {number} */ advice) =>
    `${errors} lỗi, ${warnings} cần xem, ${advice} nên làm.`,
  unit: 'Đơn vị',
  unit_channels: (/** @type {string} */ unit, /** @type {number} */ channels) =>
    `${unit || '(chưa ghi tên đơn vị)'}, ${channels === 0 ? 'không có kênh' : `${channels} kênh`}`,
  valid: 'HỢP LỆ',
  not_valid: 'KHÔNG HỢP LỆ',
  key: 'Khóa',
  signed: (/** @type {string} */ role, /** @type {string} */ name) => `đã ký: ${role}, ${name}`,
  signatures_missing: (/** @type {string} */ roles) => `Còn thiếu chữ ký: ${roles}.`,
  signatures_complete: 'Đã đủ chữ ký.',
  key_made: 'đã tạo khóa',
  key_keep: 'Hãy giữ tệp khóa và câu mật khẩu; mất một trong hai thì không ký được nữa.',
  written: (/** @type {string} */ path) => `Đã ghi: ${path}`,
  made: 'đã tạo',
  not_signed_by_all: 'chưa làm được: chữ ký chưa đủ hoặc không hợp lệ',
  password_line: (/** @type {number} */ line) => `Dòng ${line}`,
  password_strength: (/** @type {string} */ label, /** @type {string} */ guesses, /** @type {number} */ characters) =>
    `${label}: khoảng ${guesses} lần đoán, ${characters} ký tự.`,
  password_score: (/** @type {number} */ score) => `Điểm ${score}/4.`,
  password_part: (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ what) =>
    from === to ? `Ký tự ${from}: ${what}.` : `Ký tự ${from}–${to}: ${what}.`,
  password_broken: 'Không đạt',
  password_advised: 'Nên tránh',
  password_lines: (/** @type {number} */ lines, /** @type {number} */ good) =>
    `${lines} mật khẩu: ${good} tốt, ${lines - good} cần thay.`,
  failed: 'không làm được',
  error_of: /** @type {Record<string, string>} */ ({
    key: 'Tệp khóa: ',
    passphrase: 'Câu mật khẩu: ',
    pack: 'Gói công văn: ',
    list: 'Danh sách: ',
    baseline: 'Bản gốc: ',
    unit: 'Bản thống kê: ',
    log: 'Bản thống kê có sổ sao lưu: ',
  }),
  unit_machines: (
    /** @type {string} */ unit,
    /** @type {number} */ machines,
    /** @type {number} */ ranges,
  ) => `${unit || '(chưa ghi tên đơn vị)'}, ${machines} máy, ${ranges} địa chỉ và dải địa chỉ`,
  machine: (/** @type {number} */ number) => `máy ${number}`,
  line: (/** @type {number} */ line) => `dòng ${line}`,
  list_read: (/** @type {number} */ entries, /** @type {number} */ lines) =>
    `${entries} địa chỉ trong ${lines} dòng`,
  list_unreadable: (/** @type {number} */ count) =>
    `${count} chỗ giống địa chỉ IP nhưng không đọc được, hãy xem lại bằng mắt:`,
  own_unreadable: (/** @type {number} */ count) =>
    `${count} địa chỉ của đơn vị không đọc được nên chưa đối chiếu:`,
  not_in_book: 'Không có trong sổ sao lưu.',
  book_not_whole: 'Sổ sao lưu bị can thiệp: xem lệnh check.',
  no_match: 'Không địa chỉ nào đọc được của đơn vị có trong danh sách.',
  matches: (/** @type {number} */ count) => `${count} chỗ trùng với danh sách:`,
  listed: (/** @type {string} */ listed, /** @type {string} */ file, /** @type {number} */ line) =>
    `${listed} trong ${file}, dòng ${line}`,
  more_matches: (/** @type {number} */ count) => `… và ${count} chỗ nữa.`,
  page_items: (/** @type {number} */ found) => `Cuối trang có ${found} trong 6 mục:`,
  page_hints: (/** @type {number} */ count) =>
    count === 0
      ? 'Không thấy dấu hiệu đăng lại tin báo chí.'
      : `${count} chỗ có thể là tin tổng hợp từ báo chí, hãy xem lại bằng mắt:`,
  page_suspicious: (/** @type {number} */ count) =>
    count === 0 ? 'Không thấy điều đáng ngờ trong trang.' : `${count} điều đáng ngờ trong trang:`,
  page_changes: (/** @type {number} */ suspicious, /** @type {number} */ all) =>
    all === 0
      ? 'Không có thay đổi so với bản gốc.'
      : `${all} thay đổi so với bản gốc, trong đó ${suspicious} đáng ngờ:`,
  page_other_container:
    'Bản gốc và bản này lưu theo hai kiểu khác nhau (.html và .mhtml): mã lệnh chỉ có trong .html.',
  summary: (
    /** @type {number} */ files,
    /** @type {number} */ good,
    /** @type {number} */ found,
    /** @type {number} */ unreadable,
  ) => `${files} tệp: ${good} tốt, ${found} có điều cần xem, ${unreadable} không đọc được.`,
};

/** @type {typeof vi} */
const en = {
  help: `Sổ Kênh: the register of channels providing information online

Usage: node cli.mjs COMMAND [FILE…] [OPTIONS]

  check FILE…           check a declaration: what to correct, in which row and column
      --today DAY       as of this day (2023-11-24) instead of today
      --pack FILE       check against this dispatch pack too; may be repeated,
                        and given to email, form and calendar as well
  verify FILE…          check each signature of a signed file
  sign FILE             sign a declaration, or add a signature to a signed file
      --key FILE        the signer's key file
      --passphrase-file FILE
                        its first line is the passphrase; without it the program asks
                        on the terminal, or reads the first line of standard input
      --out FILE        the signed file; without it, standard output
  keygen                make a signing key
      --role ROLE       preparer or head
      --name NAME       whose key it is
      --title TITLE
      --passphrase-file FILE
      --out FILE        the key file; an existing file is never overwritten
  email FILE            a draft (.eml) with the completely signed file attached
      --out FILE
  form FILE             the official form and documents, to print or to go on editing
      --document KIND   channel-form (the form of channels, unless told), removal-request
                        (letter asking to delete accounts), account-review (record of the
                        review of accounts), self-check (report of the self-check), log
                        (one log, needs --log), incident-report, duty-roster
      --log LOG         patch, vulnerability, threat_hunt, monitoring, antivirus,
                        software, awareness, bulk_mail, spam, warning, incident, plan, drill,
                        botnet_check, page_check, backup
      --entry NUMBER    which incident of the log, or which roster; without it, the latest,
                        the next
      --format FORMAT   html (to print, unless told) or docx (needs --out)
      --today DAY       the day written on it
      --out FILE
  calendar FILE         a calendar (.ics): deadlines, password changes and log entries due
      --roster NUMBER   instead, the shifts of that duty roster
      --today DAY
      --out FILE
  check-ip FILE         look for the addresses of the unit's machines in lists of botnet addresses
      --list FILE       a list: text, CSV, Excel or text copied from a PDF; may be repeated
  scan-page FILE        look at a saved web page (.html, .mhtml): the six items of its foot, signs
                        of passed-on press news, strange scripts and links
      --baseline FILE   an earlier copy of the page: what changed, the suspicious first
      --unit FILE       the unit's declaration, to compare name, telephone and e-mail
  hash FILE…            SHA-256 of files of any size, as sha256sum writes it
      --log FILE        a declaration with a book of backups: which backup each file is,
                        an old one or the newest
      --today DAY
  password [FILE]       passwords from standard input, one a line: how strong, what the
                        dispatches say, whether reused; never printed. FILE is the unit's
                        declaration: names, accounts and dispatches are taken from it
      --pack FILE       a dispatch; with no FILE at all, all built-in ones
      --brief           of each password only a score from 0 to 4
      --today DAY

  --json                the result as JSON: one array, an element for each file
  --lang vi|en          language
  -h, --help            this page

Exit codes: 0 good; 1 something to correct, or a signature is not good (what is only
recommended does not count), or a password is weak, breaks a rule or is reused, or
a web page lacks an item or holds something suspicious; 2 wrong
usage, or the output cannot be written; 3 a file cannot be read. Of several files, the worst
one's.
`,
  see_help: 'For help: node cli.mjs --help',
  no_command: 'No command given.',
  unknown_command: (name) => `There is no command “${name}”.`,
  unknown_option: (name) => `There is no option ${name}.`,
  option_of_other_command: (name, command) => `The command ${command} has no option ${name}.`,
  option_needs_value: (name) => `The option ${name} needs a value.`,
  option_takes_no_value: (name) => `The option ${name} takes no value.`,
  option_twice: (name) => `The option ${name} is given twice.`,
  only_for: (name, document) => `${name} goes with --document ${document} only.`,
  not_a_number: (name) => `${name} must be a number from 1 on.`,
  option_choice: (name, values) => `The value of ${name} must be one of: ${values}.`,
  option_missing: (name, command) => `The command ${command} needs the option ${name}.`,
  not_a_day: (text) => `“${text}” is not a day; write it like 2023-11-24.`,
  no_file: (command) => `The command ${command} needs a file.`,
  takes_no_file: (command, file) => `The command ${command} takes no file (“${file}”).`,
  one_file_only: (command) => `The command ${command} takes one file at a time.`,

  passphrase_prompt: 'Passphrase: ',
  passphrase_again: 'Passphrase again: ',
  password_prompt: 'Password to check: ',
  standard_input: 'standard input',

  problem({ code, detail }) {
    switch (code) {
      case 'file_missing':
        return 'There is no such file. Check its name and path.';
      case 'file_is_folder':
        return 'This is a folder, not a file. Name the files in it.';
      case 'file_not_allowed':
        return 'You may not read this file.';
      case 'file_too_large':
        return `The file is larger than ${megabytes(detail)} MB and was not opened. Check that it is the right one.`;
      case 'sheet_not_zip':
        return 'The file is no Excel .xlsx sheet, or is damaged. Save it as CSV.';
      case 'sheet_too_large':
        return 'The sheet is too large when unpacked and was not opened. Save it as CSV.';
      case 'sheet_none':
        return 'This Excel file has no sheet.';
      case 'sheet_broken':
        return 'The sheet in this Excel file cannot be read. Save it again, or as CSV.';
      case 'file_not_utf8':
        return 'The file is not UTF-8 text. Ask the issuing office for it again.';
      case 'output_exists':
        return 'There is a file of this name. Choose another name, so that no key is lost.';
      case 'output_not_written':
        return `This file cannot be written (${detail}). Check the folder and your permissions.`;
      case 'passphrase_missing':
        return 'There is no passphrase. Type it when asked, or use --passphrase-file.';
      case 'passphrases_differ':
        return 'The two passphrases differ.';
      case 'passphrase_not_utf8':
        return 'The passphrase is not UTF-8 text. Save its file as UTF-8.';
      case 'passwords_missing':
        return 'There is no password on standard input. Give one a line.';
      case 'passwords_not_utf8':
        return 'The passwords are not UTF-8 text. Save their file as UTF-8.';
      case 'module_failed':
        return `Out of memory, or the program failed on this file (${detail}).`;
      default:
        return `This file cannot be read (${detail}).`;
    }
  },

  severities: { error: 'Error', warning: 'Warning', advice: 'Advice' },
  row: (row) => (row > 0 ? `row ${row}` : 'unit'),
  account: (number) => `account ${number}`,
  log: (log, number) => (number ? `${log}, entry ${number}` : log),
  nothing_found: 'Nothing to correct.',
  issued: (day) => `issued ${day}`,
  not_in_force: 'no longer in force',
  last_day: (day) => `last day ${day}`,
  progress: (met, to_do, unanswered, not_applicable) =>
    `Met: ${met}, to do: ${to_do}, unanswered: ${unanswered}, not applicable: ${not_applicable}.`,
  due: (day, overdue) => (overdue ? `Overdue: was due by ${day}.` : `Due by ${day}.`),
  unknown_pack: (id) => `The dispatch “${id}” is not in the program and was not checked.`,
  counts: (errors, warnings, advice) =>
    `Errors: ${errors}, warnings: ${warnings}, advice: ${advice}.`,
  unit: 'Unit',
  unit_channels: (unit, channels) => `${unit || '(no name)'}, channels: ${channels}`,
  valid: 'VALID',
  not_valid: 'NOT VALID',
  key: 'Key',
  signed: (role, name) => `signed: ${role}, ${name}`,
  signatures_missing: (roles) => `Signatures still missing: ${roles}.`,
  signatures_complete: 'All have signed.',
  key_made: 'key made',
  key_keep: 'Keep the key file and its passphrase; without either you cannot sign.',
  written: (path) => `Written: ${path}`,
  made: 'made',
  not_signed_by_all: 'not made: signatures are missing or not good',
  password_line: (line) => `Line ${line}`,
  password_strength: (label, guesses, characters) =>
    `${label}: about ${guesses} guesses, ${characters} characters.`,
  password_score: (score) => `Score ${score} of 4.`,
  password_part: (from, to, what) =>
    from === to ? `Character ${from}: ${what}.` : `Characters ${from}–${to}: ${what}.`,
  password_broken: 'Broken',
  password_advised: 'To avoid',
  password_lines: (lines, good) => `Passwords: ${lines}. Good: ${good}, to replace: ${lines - good}.`,
  failed: 'failed',
  error_of: {
    key: 'Key file: ',
    passphrase: 'Passphrase: ',
    pack: 'Dispatch pack: ',
    list: 'List: ',
    baseline: 'Earlier copy: ',
    unit: 'Declaration: ',
    log: 'Declaration with the book: ',
  },
  unit_machines: (unit, machines, ranges) =>
    `${unit || '(unit without a name)'}, machines: ${machines}, addresses and ranges: ${ranges}`,
  machine: (number) => `machine ${number}`,
  line: (line) => `line ${line}`,
  list_read: (entries, lines) => `addresses: ${entries}, lines: ${lines}`,
  list_unreadable: (count) =>
    `Looks like an IP address and cannot be read, to be looked at by eye: ${count}`,
  own_unreadable: (count) => `The unit's own, not looked for because they cannot be read: ${count}`,
  not_in_book: 'Not in the book of backups.',
  book_not_whole: 'The book of backups was tampered with: see the command check.',
  no_match: "None of the unit's readable addresses is in a list.",
  matches: (count) => `Found in a list: ${count}`,
  listed: (listed, file, line) => `${listed} in ${file}, line ${line}`,
  more_matches: (count) => `… and ${count} more.`,
  page_items: (found) => `Items at the foot of the page: ${found} of 6.`,
  page_hints: (count) =>
    count === 0
      ? 'No sign of passed-on press news.'
      : `May be news passed on from the press, to be looked at by eye: ${count}`,
  page_suspicious: (count) =>
    count === 0 ? 'Nothing suspicious in the page.' : `Suspicious in the page: ${count}`,
  page_changes: (suspicious, all) =>
    all === 0
      ? 'No change since the earlier copy.'
      : `Changes since the earlier copy: ${all}, of which suspicious: ${suspicious}`,
  page_other_container:
    'The two copies were saved in different ways (.html and .mhtml): scripts are kept in .html only.',
  summary: (files, good, found, unreadable) =>
    `Files: ${files}. Good: ${good}, to look at: ${found}, unreadable: ${unreadable}.`,
};

export const messages = { vi, en };
