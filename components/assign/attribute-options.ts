import type { Attribute } from '../../lib/credential/attribute';
import { attributeLabel } from '../parts/attribute-label';
import { language, named, t } from '../text';

type Section = 'key' | 'recipient' | 'credential' | 'evidence' | 'custom' | 'check';
const SECTIONS: readonly Section[] = ['key', 'recipient', 'credential', 'evidence', 'custom', 'check'];

/** Attributes under the heading under which they are offered. */
export interface AttributeSection {
  readonly label: string;
  readonly isCustom: boolean;
  readonly attributes: readonly Attribute[];
}

/** Sorts the attributes under the headings of the list. Empty headings are missing. */
export function sectionsOf(attributes: readonly Attribute[]): readonly AttributeSection[] {
  return SECTIONS.map((section) => ({
    label: t(named('attributeGroup', section)),
    isCustom: section === 'custom',
    attributes: attributes.filter((attribute) => sectionOf(attribute) === section),
  })).filter((section) => section.attributes.length > 0);
}

function sectionOf(attribute: Attribute): Section {
  if (attribute.custom !== null) return 'custom';
  if (attribute.role === 'check') return 'check';
  if (attribute.role === 'key') return 'key';
  if (attribute.id.startsWith('recipient-')) return 'recipient';
  return attribute.id.startsWith('evidence-') ? 'evidence' : 'credential';
}

/** The options of all lists of attributes, made once and copied into each. */
interface Options {
  /** They are made again when another language is chosen. */
  readonly language: string;
  /** "Choose an attribute", "Skip", and the built-in attributes. */
  readonly usual: DocumentFragment;
  /** The account's own attributes, which may be thousands. */
  readonly custom: DocumentFragment;
}

const made = new WeakMap<readonly Attribute[], Options>();

function optionsOf(attributes: readonly Attribute[]): Options {
  const known = made.get(attributes);
  if (known?.language === language()) return known;
  const usual = document.createDocumentFragment();
  const custom = document.createDocumentFragment();
  usual.append(optionOf('undecided', t('chooseAttribute')), optionOf('skip', t('skip')));
  for (const section of sectionsOf(attributes)) {
    const options = section.attributes.map((attribute) =>
      optionOf(attribute.id, attributeLabel(attribute.id, attributes)),
    );
    const group = document.createElement('optgroup');
    group.label = section.label;
    if (section.isCustom) {
      group.dataset.custom = '';
      custom.append(...options);
    } else group.append(...options);
    usual.append(group);
  }
  const options = { language: language(), usual, custom };
  made.set(attributes, options);
  return options;
}

function optionOf(value: string, label: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = label;
  return option;
}

/** Other columns to read a column together with. */
export interface JoinOption {
  readonly value: string;
  readonly label: string;
}

/**
 * Gives a list its usual options and the joins. Those of the account's own attributes come when the
 * list is opened, or in a quiet moment: 40 lists of 1,000 each would hold the panel up.
 */
export function resetOptions(
  select: HTMLSelectElement,
  attributes: readonly Attribute[],
  joins: readonly JoinOption[],
): void {
  select.replaceChildren(optionsOf(attributes).usual.cloneNode(true));
  if (joins.length === 0) return;
  const group = document.createElement('optgroup');
  group.label = t('attributeGroup_join');
  group.append(...joins.map(({ value, label }) => optionOf(value, label)));
  select.append(group);
}

/** Gives a list all of the account's own attributes, once. Returns how many options were made. */
export function fillOptions(select: HTMLSelectElement, attributes: readonly Attribute[]): number {
  const group = select.querySelector<HTMLOptGroupElement>('optgroup[data-custom]');
  if (group === null || group.dataset.custom === 'all') return 0;
  const { value } = select;
  group.dataset.custom = 'all';
  group.replaceChildren(optionsOf(attributes).custom.cloneNode(true));
  select.value = value;
  return group.childElementCount;
}

/** Shows a value, with an option for it alone where the others are not made yet. */
export function chooseOption(
  select: HTMLSelectElement,
  value: string,
  attributes: readonly Attribute[],
): void {
  select.value = value;
  if (select.value === value) return;
  const attribute = attributes.find(({ id }) => id === value);
  const group = select.querySelector('optgroup[data-custom]');
  if (attribute === undefined || group === null) return;
  group.append(optionOf(attribute.id, attributeLabel(attribute.id, attributes)));
  select.value = value;
}
