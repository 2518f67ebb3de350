import { tagsOf } from '../tags/tagger.ts';
import type { SaveInput } from './save-input.ts';
import type { Topic } from './saved-row.ts';

/** Topics of a record from its own words; kept with the record, so that lists need not read abstracts. Some 0.3 ms a paper. */
export function topicsOf(record: Pick<SaveInput, 'title' | 'abstract' | 'categories'>): readonly Topic[] {
  const { title, abstract, categories } = record;
  const tags = tagsOf({
    title,
    ...(abstract === undefined ? {} : { abstract }),
    ...(categories === undefined ? {} : { categories }),
  });
  return tags.filter(({ kind }) => kind !== 'own').map(({ name, kind }) => ({ name, kind }));
}
