import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { ErrorFinding } from '../../lib/review/terms/finding';
import type { ReviewedRow } from '../../lib/review/terms/reviewed-row';
import { offeredText } from '../../lib/review/terms/suggestion';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';
import { faultText } from './finding-text';
import { editEnd } from './grid-keys';
import type { RowActions } from './row-actions';

/** The id of the sentence about the errors of a row. */
export function wrongId(row: number): string {
  return `wrong-${row}`;
}

/** Errors of a row in words, and buttons for what can be done about each. */
export function RowFixes(props: {
  row: ReviewedRow;
  /** Attributes that have a column in the grid. */
  columns: readonly AttributeId[];
  /** The key that rows are matched by: one attribute, or two together. */
  keyAttributes: readonly AttributeId[];
  attributes: readonly Attribute[];
  actions: RowActions;
}) {
  const { row, columns, keyAttributes, attributes, actions } = props;
  const errors = row.findings.filter((finding): finding is ErrorFinding => finding.severity === 'error');
  const number = String(row.row);
  return (
    <>
      <span id={wrongId(row.row)} class="wrong small error">
        {errors.map(faultText).join(' ')}
      </span>
      <span class="row-actions">
        {!row.excluded &&
          errors.map((finding) => (
            <Fix
              key={`${finding.code} ${finding.attribute ?? ''}`}
              row={row}
              finding={finding}
              columns={columns}
              keyAttributes={keyAttributes}
              attributes={attributes}
              actions={actions}
            />
          ))}
        <Do
          label={t(row.excluded ? 'takeInRow' : 'leaveOutRow', number)}
          text={t(row.excluded ? 'takeIn' : 'leaveOut')}
          onClick={actions.toggle}
        />
      </span>
    </>
  );
}

/** Buttons for one error: the text that is meant, the cell to correct or to leave out. */
function Fix(props: {
  row: ReviewedRow;
  finding: ErrorFinding;
  columns: readonly AttributeId[];
  keyAttributes: readonly AttributeId[];
  attributes: readonly Attribute[];
  actions: RowActions;
}) {
  const { row, finding, columns, keyAttributes, attributes, actions } = props;
  const number = String(row.row);
  if (finding.code === 'several-match')
    return <Do label={t('chooseFor', number)} text={t('choose')} onClick={actions.choose} />;
  if (finding.code === 'new-address')
    return <Do label={t('changeAddressOf', number)} text={t('changeAddress')} onClick={actions.choose} />;
  const offered = offeredText(finding);
  const column = finding.attribute === null ? -1 : columns.indexOf(finding.attribute);
  // A row without a credential has no cells: what is wrong with it is its key.
  const isKey = row.cells.length === 0;
  const attribute = isKey ? keyAttributes[Math.max(0, row.who.key.indexOf(''))] : finding.attribute;
  if (attribute === undefined || attribute === null || (!isKey && column < 0)) return null;
  const label = attributeLabel(attribute, attributes);
  if (finding.code === 'key-missing')
    return <KeyField label={label} row={number} actions={actions} attribute={attribute} />;
  return (
    <>
      {offered !== null && (
        <Do
          label={t('changeToIn', offered, number)}
          text={t('changeTo', offered)}
          onClick={() => actions.take(attribute, offered)}
        />
      )}
      <Do
        label={t('editCell', label, number)}
        text={t('correct', label)}
        onClick={() => actions.edit(isKey ? 0 : column + 1)}
      />
      {!isKey && (
        <Do
          label={t('leaveOutCellIn', label, number)}
          text={t('leaveOutCell')}
          onClick={() => actions.toggleCell(attribute)}
        />
      )}
    </>
  );
}

function Do(props: { label: string; text: string; onClick: () => void }) {
  return (
    <button type="button" tabIndex={-1} class="button small" aria-label={props.label} onClick={props.onClick}>
      {props.text}
    </button>
  );
}

/** The key of a row that has none: typed where it is missed. */
function KeyField(props: { label: string; row: string; attribute: AttributeId; actions: RowActions }) {
  const { label, row, attribute, actions } = props;
  return (
    <input
      class="field key-field"
      tabIndex={-1}
      autocomplete="off"
      spellcheck={false}
      aria-label={t('editCell', label, row)}
      placeholder={label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (editEnd(event) === 'take') event.currentTarget.blur();
      }}
      onPaste={(event) => event.stopPropagation()}
      onBlur={({ currentTarget: { value } }) => {
        if (value.trim() !== '') actions.take(attribute, value);
      }}
    />
  );
}
