"""Plans saved as templates."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from db import value_codec
from db.tables import PlanTemplateRow
from tthc_desktop.domain.plan import Plan, PlanKind
from tthc_desktop.domain.plan_template import PlanTemplate, TemplateSummary


class SqlTemplateStore:
    """The office's own templates as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def summaries(self) -> tuple[TemplateSummary, ...]:
        """Return the templates in the order of their names."""
        rows = self._connection.execute(
            select(
                PlanTemplateRow.id, PlanTemplateRow.name, PlanTemplateRow.kind,
                PlanTemplateRow.made_on,
            ).order_by(PlanTemplateRow.name)
        ).all()  # fmt: skip
        return tuple(
            TemplateSummary(row.id, row.name, PlanKind(row.kind), row.made_on) for row in rows
        )

    def get(self, template_id: str) -> PlanTemplate | None:
        """Return a whole template, None where there is none of this id."""
        row = self._connection.execute(
            select(*PlanTemplateRow.__table__.c).where(PlanTemplateRow.id == template_id)
        ).one_or_none()
        if row is None:
            return None
        content: Plan = value_codec.from_json(Plan, row.content)
        return PlanTemplate(row.id, row.name, content, row.made_on)

    def put(self, template: PlanTemplate) -> None:
        """Write a template; one of the same id is replaced."""
        self.remove(template.id)
        self._connection.execute(
            insert(PlanTemplateRow).values(
                id=template.id,
                name=template.name,
                kind=template.content.kind.value,
                content=value_codec.as_json(template.content),
                made_on=template.made_on,
            )
        )

    def remove(self, template_id: str) -> None:
        """Take a template out."""
        self._connection.execute(delete(PlanTemplateRow).where(PlanTemplateRow.id == template_id))
