import { Fragment, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { hrefOf, known, type Piece, piecesOf, plain } from './markdown-tokens.ts';

/**
 * A person's note in Markdown, drawn from tokens: nothing of it is ever HTML. Links lead to the web only, pictures become links (a note
 * asks no server for anything), raw HTML is shown as it was written.
 */
export const Markdown = ({ text }: { readonly text: string }) => {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return (
    <div class="md" dir="auto">
      {pieces ? <Blocks pieces={pieces} depth={0} /> : <p class="raw">{text}</p>}
    </div>
  );
};

interface Part {
  readonly pieces: readonly Piece[];
  readonly depth: number;
}

/** Deeper than anybody writes. */
const DEEPEST = 24;

// Tokens have no identity of their own and never move: their place is their key.
const each = (pieces: readonly Piece[], draw: (piece: Piece) => VNode | string | null) =>
  pieces.map((piece, i) => <Fragment key={String(i)}>{draw(piece)}</Fragment>);

const Blocks = ({ pieces, depth }: Part) => <>{each(pieces, (piece) => blockOf(piece, depth))}</>;
const Words = ({ pieces, depth }: Part) => <>{each(pieces, (piece) => wordOf(piece, depth))}</>;

function blockOf(piece: Piece, depth: number): VNode | string | null {
  if (depth > DEEPEST) return <p class="raw">{piece.raw}</p>;
  const inside = depth + 1;
  switch (piece.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return (
        <p class={`h h${Math.min(piece.depth, 3)}`}>
          <Words pieces={known(piece.tokens)} depth={inside} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Words pieces={known(piece.tokens)} depth={inside} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Blocks pieces={known(piece.tokens)} depth={inside} />
        </blockquote>
      );
    case 'list':
      return listOf(piece, inside);
    case 'code':
      return (
        <pre>
          <code>{piece.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table':
      return tableOf(piece, inside);
    case 'html':
      return <p class="raw">{piece.raw.trimEnd()}</p>;
    default:
      return wordOf(piece, depth);
  }
}

function listOf(list: Piece & { type: 'list' }, depth: number): VNode {
  const items = list.items.map((item, i) => (
    <li key={i} class={item.task ? 'task' : ''}>
      <Blocks pieces={known(item.tokens)} depth={depth} />
    </li>
  ));
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function tableOf(table: Piece & { type: 'table' }, depth: number): VNode {
  const rows = [table.header, ...table.rows];
  return (
    <div class="scroll">
      <table>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, k) => {
                const words = <Words pieces={known(cell.tokens)} depth={depth} />;
                return cell.header ? <th key={k}>{words}</th> : <td key={k}>{words}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function wordOf(piece: Piece, depth: number): VNode | string | null {
  if (depth > DEEPEST) return piece.raw;
  const words = (tokens: Parameters<typeof known>[0]) => <Words pieces={known(tokens)} depth={depth + 1} />;
  switch (piece.type) {
    case 'text':
      return piece.tokens ? words(piece.tokens) : plain(piece.text);
    case 'escape':
      return piece.text;
    case 'strong':
      return <strong>{words(piece.tokens)}</strong>;
    case 'em':
      return <em>{words(piece.tokens)}</em>;
    case 'del':
      return <del>{words(piece.tokens)}</del>;
    case 'codespan':
      return <code>{piece.text}</code>;
    case 'br':
      return <br />;
    case 'checkbox':
      return piece.checked ? '☑ ' : '☐ ';
    case 'link':
      return linkTo(piece.href, words(piece.tokens), piece.raw);
    case 'image':
      return linkTo(piece.href, plain(piece.text) || piece.href, piece.raw);
    default:
      return piece.raw;
  }
}

/** A link to the web, with its address in sight of the pointer; anything else is the text that was written. */
function linkTo(address: string, words: VNode | string, raw: string): VNode | string {
  const href = hrefOf(address);
  if (href === undefined) return raw;
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}
