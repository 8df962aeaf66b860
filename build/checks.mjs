// The checks that need no PowerShell, and the count at the end: node build/checks.mjs CHECK… [options]
//
//   cargo      the Rust tests of the workspace
//   share      examples/share.c through the C header, under valgrind where there is one
//   fuzz       the fuzzer's targets for a short time
//   oracles    Microsoft's own clients against the emulator, and all recorded traffic against Microsoft's specification
//   summary    what passed, what did not run, and the closing line
//
//   --seconds N                how long fuzz takes; 40 without it
//   --fresh                    forget what earlier calls of this run found
//   --without-module WHY       say in the last lines that the Pester tests did not run
//
// AZIR_BUILT names the folder of the library and the emulator; cargo's release folder without it.
// Each call adds to .cache/test/results.jsonl, as build/Run-Pester.ps1 does, so that there is one count of everything.

import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, '.cache', 'test');
const results = path.join(folder, 'results.jsonl');
const traffic = path.join(folder, 'traffic');
const oracles = path.join(root, 'tests', 'oracles');
const windows = process.platform === 'win32';
const cargoFolder = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
const built = process.env.AZIR_BUILT ?? path.join(cargoFolder, 'release');
const emulator = path.join(built, windows ? 'azir-emulator.exe' : 'azir-emulator');

let began = Date.now();

/** Adds one check's result: counts, the seconds since the check before, and notes for the last lines. */
function record(check, { passed = 0, failed = 0, skipped = 0, notes = [] }) {
  const seconds = Math.round((Date.now() - began) / 1000);
  began = Date.now();
  appendFileSync(results, JSON.stringify({ check, passed, failed, skipped, seconds, notes }) + '\n');
}

const step = (text) => console.log(`== ${text}`);
const hasProgram = (name) => !spawnSync(name, ['--version'], { stdio: 'ignore' }).error;

/** Whether a test can start a secret service here: a session bus, a keyring and the library that talks to it. */
const hasSecretService = () =>
  process.platform === 'linux' &&
  ['dbus-run-session', 'gnome-keyring-daemon'].every(hasProgram) &&
  /libsecret-1\.so\.0/.test(spawnSync('ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '');

/** Runs a program, shows what it prints as it prints it, and answers with its text and exit code. */
function run(program, words, options = {}) {
  return new Promise((resolve) => {
    // npm is a script on Windows, which only a shell can start.
    const shell = windows && program === 'npm';
    const child = spawn(program, words, { cwd: root, shell, stdio: ['ignore', 'pipe', 'inherit'], ...options });
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
      process.stdout.write(piece);
    });
    child.on('error', (error) => resolve({ text: `${text}\n${error.message}`, code: 127 }));
    child.on('close', (code) => resolve({ text, code: code ?? 1 }));
  });
}

/** The sum of the first group of every match. */
const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

/** A run that failed without saying of what (it did not compile, it died) is one failure. */
const atLeastOne = (failed, code) => (code !== 0 && failed === 0 ? 1 : failed);

async function cargo() {
  step('Rust tests');
  const { text, code } = await run('cargo', ['test', '--workspace', '--locked', '--no-fail-fast'], recording('cargo'));
  const passed = (text) => sum(text, /^test result: .*? (\d+) passed;/gm);
  const failed = (text, code) => atLeastOne(sum(text, /^test result: .*? (\d+) failed;/gm), code);
  const ignored = sum(text, /^test result: .*? (\d+) ignored;/gm);
  const canKeepSecrets = hasSecretService();
  record('Rust', { passed: passed(text), failed: failed(text, code), skipped: canKeepSecrets ? 0 : ignored });
  // The ignored tests start a session bus and a keyring of their own, and are run where these programs are installed.
  if (canKeepSecrets) {
    const own = await run('cargo', ['test', '-p', 'azir-platform', '--test', 'unix', '--locked', '--', '--ignored']);
    const ran = passed(own.text) + failed(own.text, 0);
    const skipped = Math.max(ignored - ran, 0);
    record('secret service', { passed: passed(own.text), failed: failed(own.text, own.code), skipped });
  } else if (ignored > 0) {
    const needed = 'that takes Linux with dbus-run-session, gnome-keyring-daemon and libsecret';
    record('secret service', { notes: [`keeping secrets in a secret service was not tried: ${needed}`] });
  }
}

/** Whether the C compiler links programs with its check of addresses. */
function sanitizes() {
  const compiler = process.env.CC ?? 'cc';
  const file = path.join(folder, 'sanitized');
  const words = ['-fsanitize=address,undefined', '-x', 'c', '-', '-o', file];
  return spawnSync(compiler, words, { input: 'int main(void) { return 0; }' }).status === 0;
}

/** The fuzzer's targets; what it finds is in .cache/fuzz. */
async function fuzz(seconds = 40) {
  step(`fuzz: ${seconds} s`);
  const long = seconds > 300;
  const own = path.join(root, '.cache', 'fuzz');
  const build = ['run', '--locked', '-p', 'azir-fuzz', ...(long ? ['--profile', 'fuzz'] : [])];
  // The short run makes the same inputs each time, so that it fails for what was changed only.
  const seed = long ? [] : ['--seed', '1'];
  const words = [...build, '--', '--seconds', String(seconds), ...seed, '--folder', own];
  const { text, code } = await run('cargo', words);
  const passed = [...text.matchAll(/^azir-fuzz: \w+: \d+ inputs without a finding\b/gm)].length;
  const failed = [...text.matchAll(/^azir-fuzz: \w+: a finding$/gm)].length;
  record('fuzz', { passed, failed: code === 0 ? 0 : Math.max(failed, 1) });
}

async function share() {
  if (windows) {
    const notes = ['examples/share.c was not run: the build does it on Linux and macOS only'];
    return record('share.c', { skipped: 1, notes });
  }
  const careful = hasProgram('valgrind');
  step(`examples/share.c${careful ? ' under valgrind' : ''}`);
  const script = path.join(root, 'build', 'share.sh');
  const { code } = await run('bash', [script, ...(careful ? ['--valgrind'] : [])], recording('share'));
  // The compiler's own checks see what valgrind does not: wrong accesses to the stack and to globals.
  const again = () => run('bash', [script, '--sanitize'], recording('share-sanitized'));
  const checked = sanitizes() ? (await again()).code : undefined;
  record('share.c', {
    passed: (code === 0) + (checked === 0),
    failed: (code !== 0) + (checked !== undefined && checked !== 0),
    notes: careful ? [] : ['valgrind is not on PATH: nobody looked for lost memory in examples/share.c'],
  });
}

async function clients() {
  step('oracles: set up');
  if (!isInstalled()) {
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: oracles });
    if (code !== 0) return record('oracles', { failed: 1, notes: ['npm ci failed in tests/oracles'] });
    writeFileSync(path.join(oracles, 'node_modules', '.azir'), lock());
  }
  step("oracles: Microsoft's clients, and the check's own tests");
  const { env } = recording('clients');
  const tests = await run('npm', ['test', '--silent'], { cwd: oracles, env: { ...env, AZIR_EMULATOR: emulator } });
  record('oracles', {
    passed: sum(tests.text, /^(?:#|\u2139) pass (\d+)$/gm),
    failed: atLeastOne(sum(tests.text, /^(?:#|\u2139) fail (\d+)$/gm), tests.code),
    skipped: sum(tests.text, /^(?:#|\u2139) skipped (\d+)$/gm),
  });
  await validate();
}

/** Holds what every check of this run exchanged with an emulator against Microsoft's specification. */
async function validate() {
  const names = existsSync(traffic) ? readdirSync(traffic).map((name) => path.join(traffic, name)) : [];
  const files = names.filter((name) => statSync(name).size > 0);
  if (files.length === 0) {
    const notes = ['no traffic was recorded: the specification check had nothing to look at'];
    return record('specification', { notes });
  }
  if (!process.env.AZIR_SPEC) {
    const notes = ["the recorded traffic was not checked against Microsoft's specification: AZIR_SPEC is not set"];
    return record('specification', { skipped: 1, notes });
  }
  step("oracles: recorded traffic against Microsoft's specification");
  const { code } = await run('npm', ['run', '--silent', 'validate', '--', '--whole', ...files], { cwd: oracles });
  record('specification', { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

const lock = () => readFileSync(path.join(oracles, 'package-lock.json'));

function isInstalled() {
  const mark = path.join(oracles, 'node_modules', '.azir');
  return existsSync(mark) && readFileSync(mark).equals(lock());
}

/** Options of a run whose emulators write down what they exchange, in a file of this name. */
function recording(name) {
  mkdirSync(traffic, { recursive: true });
  return { env: { ...process.env, AZIR_TRAFFIC: path.join(traffic, `${name}.jsonl`) } };
}

function summary(withoutModule) {
  if (withoutModule) {
    record('Pester', { notes: [`the Pester tests, that is the cmdlets, did not run: ${withoutModule}`] });
  }
  const all = readFileSync(results, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const total = (what) => all.reduce((count, each) => count + each[what], 0);
  console.log('');
  for (const { check, passed, failed, skipped, seconds } of all) {
    const counts = [`${passed} passed`, `${failed} failed`, `${skipped} skipped`, `${seconds} s`];
    console.log(check.padEnd(14) + counts.map((count) => count.padStart(12)).join(''));
  }
  for (const note of all.flatMap(({ notes }) => notes)) console.log(`NOT RUN: ${note}`);
  const skipped = total('skipped');
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return total('failed') > 0 || total('passed') === 0 ? 1 : 0;
}

const words = process.argv.slice(2);
const at = words.indexOf('--without-module');
const withoutModule = at < 0 ? undefined : words.splice(at, 2)[1];
const length = words.indexOf('--seconds');
const seconds = length < 0 ? undefined : Number(words.splice(length, 2)[1]);
mkdirSync(folder, { recursive: true });
if (words.includes('--fresh')) {
  rmSync(results, { force: true });
  rmSync(traffic, { recursive: true, force: true });
}
const finish = () => (process.exitCode = summary(withoutModule));
const checks = { cargo, share, fuzz: () => fuzz(seconds), oracles: clients, summary: finish };
for (const word of words.filter((each) => !each.startsWith('--'))) {
  if (!checks[word]) throw new Error(`no check is called '${word}': ${Object.keys(checks).join(', ')}`);
  await checks[word]();
}
