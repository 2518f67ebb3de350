/** Reads the JSON reports of Vitest and Playwright into one shape. */
import { readFileSync } from 'node:fs';

export interface Outcome {
  /** Groups and test, joined by " > ". */
  readonly title: string;
  readonly file: string;
  readonly state: 'passed' | 'failed' | 'skipped';
}

/** What Vitest writes with --reporter=json, as far as it is read here. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** A file that failed before its first test (an import that throws) counts as one failure. */
export function vitestOutcomes(path: string): readonly Outcome[] {
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport; // written by Vitest a moment ago
  return report.testResults.flatMap((file): readonly Outcome[] => {
    const tests = file.assertionResults.map((test): Outcome => {
      const title = [...test.ancestorTitles, test.title].join(' > ');
      const state = test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped';
      return { title, file: file.name, state };
    });
    const broken = file.status === 'failed' && !tests.some((test) => test.state === 'failed');
    return broken ? [...tests, { title: '(the file itself)', file: file.name, state: 'failed' }] : tests;
  });
}

interface PlaywrightSuite {
  readonly title: string;
  readonly file?: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string; readonly expectedStatus?: string }[];
  }[];
}
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** `expected` passed, `flaky` passed at its second try and is named as such, `unexpected` failed. */
export function playwrightOutcomes(path: string): readonly Outcome[] {
  const report = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport; // written by Playwright a moment ago
  const walk = (suite: PlaywrightSuite, above: readonly string[]): readonly Outcome[] => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }): Outcome => {
        const state = ['expected', 'flaky'].includes(status) ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
        if (status === 'flaky') console.log(`SECOND TRY ${spec.title} (${suite.file ?? ''})`);
        return { title: [...above, spec.title].join(' > '), file: suite.file ?? '', state };
      }),
    ),
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, [...above, inner.title])),
  ];
  const errors = report.errors.map(
    ({ message }): Outcome => ({ title: message ?? 'error', file: '', state: 'failed' }),
  );
  return [...report.suites.flatMap((suite) => walk(suite, [])), ...errors];
}

/** Titles of a listing (`playwright test --list`), without what is skipped or expected to fail. */
export function playwrightTitles(path: string): readonly { readonly title: string; readonly path: string }[] {
  const report = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport; // written by Playwright a moment ago
  const walk = (suite: PlaywrightSuite, above: readonly string[]): readonly { title: string; path: string }[] => [
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.every((test) => test.expectedStatus === 'passed'))
      .map((spec) => ({ title: [...above, spec.title].join(' > '), path: `e2e/${suite.file ?? ''}` })),
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, [...above, inner.title])),
  ];
  return report.suites.flatMap((suite) => walk(suite, []));
}

/** The one last line. */
export const summary = (outcomes: readonly Outcome[]): string => {
  const count = (state: Outcome['state']): number => outcomes.filter((o) => o.state === state).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
};
