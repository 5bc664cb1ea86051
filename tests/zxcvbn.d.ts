// What the tests call of a package without types of its own.
declare module 'zxcvbn' {
  export default function zxcvbn(password: string): { guesses_log10: number; score: number };
}
