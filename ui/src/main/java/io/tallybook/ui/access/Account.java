package io.tallybook.ui.access;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A signed-in account: who, which person, what roles.
 *
 * @param scope the close groups the roles reach; null for the whole house
 */
public record Account(
        UserId user,
        PersonId person,
        String name,
        Set<Role> roles,
        @Nullable Scope scope,
        String passwordHash) implements UserDetails {
    /** Of the whole house. */
    public Account(UserId user, PersonId person, String name, Set<Role> roles, String passwordHash) {
        this(user, person, name, roles, null, passwordHash);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return user.value();
    }

    @Override
    public String toString() {
        return user.value();
    }
}
