import { useState } from 'preact/hooks';
import { label, t } from '../../src/locale/index.ts';
import { Button } from '../../src/look/Button.tsx';
import { Chip, Segment } from '../../src/look/Chip.tsx';
import { FileButton } from '../../src/look/FileButton.tsx';
import { Icon } from '../../src/look/Icon.tsx';
import { Menu } from '../../src/look/Menu.tsx';

const nothing = () => undefined;

export function Buttons() {
  return (
    <>
      <div class="cluster">
        <Button>{t('today.danger.take')}</Button>
        <Button kind="plain">{t('cases.edit.cancel')}</Button>
        <Button kind="quiet">
          <Icon name="plus" />
          {t('shell.newCase')}
        </Button>
        <Button kind="danger">{t('cases.head.delete')}</Button>
      </div>
      <div class="cluster">
        <Button small>{t('today.danger.take')}</Button>
        <Button kind="plain" small>
          {t('cases.edit.cancel')}
        </Button>
        <Button kind="quiet" icon label={t('shell.close')}>
          <Icon name="close" />
        </Button>
        <Button kind="plain" aria-pressed>
          {t('today.whose.mine')}
        </Button>
      </div>
      <Button disabled why={t('account.name.missing')}>
        {t('cases.edit.save')}
      </Button>
      <Button busy>{t('cases.edit.save')}</Button>
      <FileButton onFiles={nothing}>
        <Icon name="camera" />
        {t('files.add.camera')}
      </FileButton>
      <p>
        {t('cases.list.nothingFound')}. <Button kind="link">{t('cases.list.clear')}</Button>
      </p>
      <Button wide>{t('cases.list.start')}</Button>
    </>
  );
}

export function Choices() {
  const [whose, setWhose] = useState(1);
  return (
    <>
      <div class="cluster">
        <Chip chosen onClick={nothing}>
          {t('cases.filters.open')}
        </Chip>
        <Chip chosen={false} onClick={nothing}>
          {t('cases.filters.mine')}
        </Chip>
        <Chip chosen goes onClick={nothing}>
          {label('kinds', 'case', 'facets', 'restricted')}
        </Chip>
      </div>
      <Segment
        label={t('today.whose.label')}
        options={[
          { value: 0, text: t('today.whose.all') },
          { value: 1, text: t('today.whose.mine') },
          { value: 2, text: t('today.whose.nobody') },
        ]}
        value={whose}
        onChange={setWhose}
      />
    </>
  );
}

export function Menus() {
  const items = [
    { text: t('cases.head.edit'), onChoose: nothing },
    { text: t('cases.print.open'), href: '#print' },
    { text: t('cases.head.delete'), danger: true, onChoose: nothing },
  ];
  return (
    <>
      <div class="cluster">
        <Menu label={t('cases.add.more')} items={items} />
        <Menu label={t('cases.add.more')} as="small" items={items} />
        <Menu label={t('cases.head.more')} as="dots" items={items} />
      </div>
      <div class="cluster">
        <Menu label={t('papers.demand.has')} as="chosen" items={items} />
        <Menu label={t('papers.demand.asked')} as="chip" items={items} />
      </div>
    </>
  );
}
