"""What the admin of every record shares: how it is entered, listed, published and refused."""

from django.contrib import admin, messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.forms import TextInput
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tracker.admin.forms import (
    AddressField,
    AmountField,
    KnownSelect,
    LineField,
    ManyField,
    ManySelect,
    OneLine,
    RecordForm,
    SlugField,
)
from tracker.domain.vocabulary import Status
from tracker.models.fields import sort_of

FIGURE = ("qualifier", "value", "unit")

PUBLICATION = (
    _("Publication"),
    {
        "fields": ["status", "changed_at"],
        "description": _(
            "Only staff see drafts and withdrawn records. A published record shows once "
            "everything it names is published too."
        ),
    },
)


class Entry:
    """How records are entered, on a page of their own or within another record's page."""

    form = RecordForm
    formfield_overrides = {
        models.DecimalField: {"form_class": AmountField},
        # Text boxes, for a number box loses what is not a number without a word.
        models.PositiveSmallIntegerField: {
            "widget": TextInput(attrs={"inputmode": "numeric", "size": "5"})
        },
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
        models.CharField: {"form_class": LineField},
        models.SlugField: {"form_class": SlugField, "widget": AdminTextInputWidget},
        models.URLField: {"form_class": AddressField, "assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ManySelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, form_class=ManyField, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            # A record is deleted on its own page, with its consequences before one's eyes.
            field.widget.can_delete_related = False
            field.widget.can_change_related = False
        if isinstance(field, OneLine):
            field.sort = sort_of(db_field)
        return field

    def get_view_on_site_url(self, obj=None):
        """Return the public address; None for what no visitor may see."""
        is_public = getattr(obj, "status", Status.PUBLISHED) == Status.PUBLISHED
        return super().get_view_on_site_url(obj) if is_public else None


class Inline(Entry, admin.StackedInline):
    """Records within the page of the record they belong to, with a link to their own page."""

    extra = 0
    show_change_link = True
    view_on_site = False
    list_select_related = ()

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)


class Listing(admin.TabularInline):
    """A list of records that name this one, to read and to follow; they are edited elsewhere."""

    can_delete = False
    extra = 0
    max_num = 0
    show_change_link = True
    view_on_site = False
    list_select_related = ()

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def has_add_permission(self, request, obj=None):
        return False


class RecordList(ChangeList):
    """
    A list that is asked what its filters offer, and nothing else: 400 for any other lookup.

    Django lets an address ask anything of a model's own fields, and one regular expression keeps
    a thread busy for as long as it likes.
    """

    def get_filters(self, request):
        found = super().get_filters(request)
        _specs, _has_filters, not_offered, *_rest = found
        if not_offered:
            raise DisallowedModelAdminLookup(f"No filter offers {', '.join(not_offered)}.")
        return found


class PlainAdmin(Entry, admin.ModelAdmin):
    """The admin of any table."""

    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER  # counting every choice of a computed filter is expensive

    class Media:
        js = ["admin/js/jquery.init.js", "tracker/admin.js"]

    def get_prepopulated_fields(self, request, obj=None):
        # A name in addresses is proposed once and then stays.
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.was_refused = getattr(request, "was_refused", False)
        return form

    def get_changelist(self, request, **kwargs):
        return RecordList

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show the page; where the database refuses what was entered, once more with the reason."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            request.was_refused = True
            return super().changeform_view(request, object_id, form_url, extra_context)


class RecordAdmin(PlainAdmin):
    """The admin of a record that is published and withdrawn."""

    actions = ["publish", "withdraw", "back_to_draft"]
    readonly_fields = ["changed_at"]

    @admin.action(permissions=["change"], description=_("Publish the selected records"))
    def publish(self, request, queryset):
        self._set_status(request, queryset, Status.PUBLISHED)

    @admin.action(permissions=["change"], description=_("Withdraw the selected records"))
    def withdraw(self, request, queryset):
        self._set_status(request, queryset, Status.WITHDRAWN)

    @admin.action(permissions=["change"], description=_("Make the selected records drafts"))
    def back_to_draft(self, request, queryset):
        self._set_status(request, queryset, Status.DRAFT)

    def _set_status(self, request, queryset, status):
        same = queryset.filter(status=status).count()
        changing = queryset.exclude(status=status)
        with transaction.atomic():
            changing = [row for row in changing if self._may_become(request, row, status)]
            for record in changing:
                record.save(update_fields=["status", "changed_at"])
                self.log_change(request, record, [{"changed": {"fields": [gettext("status")]}}])
        self.message_user(request, _outcome(len(changing), same, status))

    def _may_become(self, request, record, status):
        """Give the record its status and return True, or name it with why it is not published."""
        record.status = status
        try:
            # Whatever a record holds, it can always be withdrawn.
            if status == Status.PUBLISHED:
                record.clean()
        except ValidationError as refused:
            problem = f"{record._meta.verbose_name} “{record}”: {' '.join(refused.messages)}"
            self.message_user(request, capfirst(problem), messages.ERROR)
            return False
        return True


def _outcome(changed, same, status):
    """Say how many records were changed, and how many had the status before."""
    counts = {"changed": changed, "same": same, "status": status.label}
    sentence = ngettext(
        "%(changed)d record was changed to “%(status)s”.",
        "%(changed)d records were changed to “%(status)s”.",
        changed,
    )
    if same:
        sentence += " " + ngettext(
            "%(same)d already had that status.", "%(same)d already had that status.", same
        )
    return capfirst(sentence % counts)
