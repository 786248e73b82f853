package io.nutgraf.actor;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * An actor as the dictionaries know it.
 *
 * @param id such as {@code person:john-kerry}
 * @param name the name to show
 * @param type {@code person}, {@code state}, {@code organisation}, {@code agent} or {@code none}
 * @param state ISO 3166-1 alpha-3 code of its state; null for none
 * @param roles in the order of the file
 */
public record DictionaryActor(String id, String name, String type, String state, List<Role> roles)
    implements Serializable {
  public static final String PERSON = "person";
  public static final String STATE = "state";
  public static final String ORGANISATION = "organisation";
  public static final String AGENT = "agent";

  /** Not an actor: its phrases ("New Mexico") keep shorter ones ("Mexico") from being found. */
  public static final String NONE = "none";

  /** The types a dictionary may give. */
  public static final List<String> TYPES = List.of(PERSON, STATE, ORGANISATION, AGENT, NONE);

  public DictionaryActor {
    roles = List.copyOf(roles);
  }

  public boolean isPerson() {
    return type.equals(PERSON);
  }

  /**
   * The code on a day: of the first dated role in file order that covers it, else of the first
   * undated one, wherever it stands; null when there is neither.
   *
   * <p>PETRARCH 2 takes a default on the primary line first and half-open spans, and so fails ten
   * of the eighteen date cases of its own suite.
   *
   * @param day null when unknown: the undated code
   */
  public String codeOn(LocalDate day) {
    if (day != null) {
      for (Role role : roles) {
        if (role.isDated() && role.covers(day)) {
          return role.code();
        }
      }
    }
    for (Role role : roles) {
      if (!role.isDated()) {
        return role.code();
      }
    }
    return null;
  }
}
